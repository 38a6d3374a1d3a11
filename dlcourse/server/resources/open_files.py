"""How many files this process may open, and how they are shared among kernels and connections.

A kernel and a connection both need open files. When none are left, a server can answer nobody at all.
"""

import sys
from contextlib import suppress
from dataclasses import dataclass

OWN = 64
"""Files for the server itself: the store, the terminal, the event loop."""
KERNEL = 20
"""Files for each kernel: 17 for its channels, 3 for its connections to the server."""
ENOUGH = 65_536
"""More than anybody needs."""


@dataclass(frozen=True)
class Share:
    """How many kernels and how many connections fit."""

    kernels: int
    connections: int


def share(files: int, kernels: int) -> Share:
    """Divide ``files`` open files. Up to ``kernels`` kernels fit, but three eighths are for connections in any case."""
    fitting = max(1, min(kernels, (files - OWN - files * 3 // 8) // KERNEL))
    return Share(fitting, max(16, files - OWN - fitting * KERNEL))


def open_files() -> int:
    """Raise the number of files that this process may open as far as the system allows, and return it."""
    if sys.platform == "win32":
        return ENOUGH  # there is no such limit
    import resource  # only where there is one

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    highest = ENOUGH if hard == resource.RLIM_INFINITY else min(hard, ENOUGH)
    if soft != resource.RLIM_INFINITY and soft < highest:
        with suppress(ValueError, OSError):  # some systems allow less than they say
            resource.setrlimit(resource.RLIMIT_NOFILE, (highest, hard))
    granted = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return ENOUGH if granted == resource.RLIM_INFINITY else min(granted, ENOUGH)
