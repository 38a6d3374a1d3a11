"""How open files are shared: kernels and connections both fit, whatever the system allows."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.server.resources.open_files import KERNEL, OWN, share
from tests.serving import TOP

TELL = "from dlcourse.server.resources.open_files import open_files; print(open_files())"


@given(st.integers(256, 100_000), st.integers(1, 500))
def test_what_is_shared_out_is_there(files: int, kernels: int) -> None:
    """Kernels, connections and the server itself never need more files than there are, and each gets some."""
    found = share(files, kernels)
    assert found.kernels * KERNEL + found.connections + OWN <= files
    assert 1 <= found.kernels <= kernels
    assert found.connections >= files // 3


@pytest.mark.parametrize(("files", "kernels"), [(256, 4), (1024, 28), (4096, 64), (65_536, 64)])
def test_as_many_kernels_as_fit(files: int, kernels: int) -> None:
    """With 4,096 files there is room for all 64 kernels; with fewer, for fewer."""
    assert share(files, 64).kernels == kernels


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
@pytest.mark.parametrize(("soft", "hard", "granted"), [(64, 512, 512), (512, 512, 512)])
def test_the_soft_limit_is_raised(soft: int, hard: int, granted: int) -> None:
    """What the system allows is used, however little a process gets at first."""
    import resource

    done = subprocess.run(
        [sys.executable, "-c", TELL],
        cwd=TOP,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard)),
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) == granted
