"""Disks for tests: small ones that can be filled, and made read-only."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest


@contextmanager
def small_disk(at: Path) -> Iterator[Path]:
    """A disk of 600 KB at this empty folder, during the block. Where none can be made, the test is skipped."""
    made = ["mount", "-t", "tmpfs", "-o", "size=600k,mode=755", "tmpfs", str(at)]
    if os.geteuid() or subprocess.run(made, check=False, capture_output=True).returncode:
        pytest.skip("only root can make a disk, and not everywhere")
    try:
        yield at
    finally:
        subprocess.run(["umount", "--lazy", str(at)], check=True)


def fill(disk: Path) -> None:
    """Leave not one byte of room on the disk."""
    with suppress(OSError), (disk / "large").open("wb", buffering=0) as large:
        while large.write(bytes(4096)):
            pass


def allow_reading_only(disk: Path) -> None:
    """From now on, nobody can write to the disk, not even root."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
