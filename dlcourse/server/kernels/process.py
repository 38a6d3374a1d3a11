"""Runs as a served kernel: ``python -m dlcourse.server.kernels.process -f <connection file>``.

It is an ordinary ipykernel without the parts that nobody can use in a served page: the debugger (a third of a kernel's
memory), the input history, the IPython profile of the account that runs the server, and imports from the home folder.
"""

import sys

if __name__ == "__main__":
    sys.modules["debugpy"] = None  # type: ignore[assignment]  # ipykernel then does without it

    from ipykernel.kernelapp import IPKernelApp

    charts = "--IPKernelApp.extra_extensions=dlcourse.widgets.altair_charts"  # whether or not a cell imports the course
    settings = [charts, "--HistoryManager.enabled=False", "--IPKernelApp.ignore_cwd=True", "--log-level=ERROR"]
    IPKernelApp.launch_instance([*sys.argv[1:], *settings])
