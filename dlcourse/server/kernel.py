"""Runs as a served kernel: ``python -m dlcourse.server.kernel -f <connection file>``.

An ordinary ipykernel without what nobody can reach in a served page: the debugger (a third of a kernel's memory), the
history of what was typed, the profile of whoever started the server, and modules that happen to lie in the home.
"""

import sys

if __name__ == "__main__":
    sys.modules["debugpy"] = None  # type: ignore[assignment]  # ipykernel then does without it

    from ipykernel.kernelapp import IPKernelApp

    settings = ["--HistoryManager.enabled=False", "--IPKernelApp.ignore_cwd=True", "--log-level=ERROR"]
    IPKernelApp.launch_instance([*sys.argv[1:], *settings])
