"""What the course is made of: tested versions, bounds for packages whose private parts it uses, and a list of parts."""

import json
import re
import subprocess
import sys
import sysconfig
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.constraints import FILE

TOP = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
NEEDED = {canonicalize_name(one.name): one for one in map(Requirement, PROJECT["dependencies"])}
PRIVATE = [
    ("voila", "voila.app", "Voila"),
    ("voila", "voila.configuration", "VoilaConfiguration"),
    ("voila", "voila.execute", "VoilaExecutor"),
    ("voila", "voila.tornado.kernel_websocket_handler", "VoilaKernelWebsocketHandler"),
    ("jupyter-client", "jupyter_client.multikernelmanager", "MultiKernelManager._kernels"),
    ("jupyter-client", "jupyter_client.multikernelmanager", "MultiKernelManager._pending_kernels"),
    ("jupyter-server", "jupyter_server.services.kernels.kernelmanager", "MappingKernelManager._handle_kernel_died"),
    ("tornado", "tornado.routing", "_RuleList"),
    ("ipywidgets", "ipywidgets", "Widget._should_send_property"),
]
"""Each use of what a package does not promise to keep: its name, the module, and the part of it."""


@pytest.mark.parametrize(("package", "module", "part"), PRIVATE)
def test_private_parts_are_there_and_bounded(package: str, module: str, part: str) -> None:
    """A private part that we use exists in the installed version, and a version that may lack it is not installed."""
    found: object = import_module(module)
    for name in part.split("."):
        found = getattr(found, name)
    assert any(bound.operator == "<" for bound in NEEDED[canonicalize_name(package)].specifier)


def test_the_tested_versions_are_written_down() -> None:
    """The file names every package that the course needs, by name and version only, within the course's bounds."""
    lines = FILE.read_text("utf-8").splitlines()[1:]
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9A-Za-z.+!]+", line) for line in lines)
    pinned = dict(line.split("==") for line in lines)
    assert list(pinned) == sorted(pinned)
    assert NEEDED.keys() <= pinned.keys()
    assert all(one.specifier.contains(pinned[name], prereleases=True) for name, one in NEEDED.items())


def test_binder_installs_the_tested_versions() -> None:
    """Binder's requirements refer to the file of tested versions."""
    assert "-c constraints.txt" in (TOP / "binder/requirements.txt").read_text("utf-8").splitlines()


@pytest.mark.slow
def test_the_list_of_parts_can_be_made(tmp_path: Path) -> None:
    """The command in SECURITY.md writes a CycloneDX list with every package that the course needs, and no folder."""
    command = Path(sysconfig.get_path("scripts"), "cyclonedx-py")
    made = tmp_path / "sbom.json"
    line = [str(command), "environment", "--output-format", "JSON", "--output-file", str(made), sys.executable]
    subprocess.run(line, check=True, capture_output=True)
    listed = json.loads(made.read_text("utf-8"))
    assert listed["bomFormat"] == "CycloneDX"
    assert NEEDED.keys() <= {canonicalize_name(part["name"]) for part in listed["components"]}
    assert "cyclonedx-py environment" in (TOP / ".github/SECURITY.md").read_text("utf-8")
