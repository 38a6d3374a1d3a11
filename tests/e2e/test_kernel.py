"""A kernel behind a served page has loaded nothing heavy: no array, no table, no chart, no database."""

import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager

from dlcourse import files
from dlcourse.domain.roleplay.messages import Ask, BeginPlay, StatePreference
from dlcourse.domain.speech import Command, encode
from dlcourse.server.kernels.manager import SPEC, CourseKernelSpecs
from dlcourse.server.pages.notebooks import Sessions
from tests.ids import new_id
from tests.person import GAP, Person
from tests.server.asking import open_session
from tests.serving import PATIENCE, TOP, Served

HEAVY = {"pandas", "altair", "numpy", "scipy", "sqlalchemy"}
# What a cell gives; a page may speak of itself (a comm message) while a later cell runs.
OUTPUTS = {"stream", "display_data", "execute_result"}
WIDGET = "application/vnd.jupyter.widget-view+json"


def test_a_kernel_maps_nothing_heavy(serve: Callable[..., Served]) -> None:
    """Among the shared objects of the kernel's process there is none of a heavy package; those of light ones are."""
    served = serve("--kernels=always")
    assert "<course-page" in open_session(served, "session/03-the-reading-gap").text
    (kernel,) = served.kernels()
    assert "dlcourse.server.kernels.process" in kernel.cmdline()
    mapped = {line.split()[-1] for line in Path(f"/proc/{kernel.pid}/maps").read_text().splitlines()}
    packages = {part for path in mapped if ".so" in path for part in re.split(r"[/.]", path)}
    assert {"pydantic_core", "zmq"} <= packages
    assert packages.isdisjoint(HEAVY)


def test_a_kernel_imports_nothing_heavy(served: Served) -> None:
    """A kernel started as the server starts them, that shows every session's exercises and is played with a little."""
    with kernel(served.home) as client:
        models = [model for cell in cells() for model in shown(client, cell)]
        play = new_id()
        say(client, models, BeginPlay(id=new_id(), play=play, scenario=GAP, seat="teacher"))
        say(client, models, StatePreference(id=new_id(), play=play, option="buy-program"))
        say(client, models, Ask(id=new_id(), play=play, how="open"))
        assert Person(served.course()).table(play).minutes_left == 11
        told = outputs(client, "import json, sys; print(json.dumps([one for one in sys.modules if sys.modules[one]]))")
        loaded = {name.partition(".")[0] for name in json.loads(told[0]["text"])}
    assert {"dlcourse", "anywidget", "ipykernel"} <= loaded
    assert loaded.isdisjoint(HEAVY)


@contextmanager
def kernel(home: Path) -> Iterator[BlockingKernelClient]:
    """Start a kernel of our own by the server's command; it speaks to the server that runs on the home."""
    manager = KernelManager()
    manager._kernel_spec = CourseKernelSpecs().get_kernel_spec(SPEC)
    surroundings = os.environ | {"PYTHONPATH": str(TOP), "DLCOURSE_HOME": str(home)}
    manager.start_kernel(cwd=str(home), env=surroundings)
    client = manager.blocking_client()
    try:
        client.start_channels()
        client.wait_for_ready(timeout=PATIENCE)
        yield client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def cells() -> list[str]:
    """Return the code that the pages of all sessions run."""
    sessions = Sessions(files.notebooks())
    notebooks = [sessions.for_learners(path.stem) for path in sorted(files.notebooks().glob("*.ipynb"))]
    code = [cell.source for one in notebooks if one for cell in one.cells if cell.cell_type == "code"]
    assert code
    return code


def outputs(client: BlockingKernelClient, code: str) -> list[Any]:
    """Run a cell and return what it gave."""
    found: list[Any] = []
    answer = client.execute_interactive(code, timeout=PATIENCE, output_hook=found.append)
    assert answer["content"]["status"] == "ok", answer["content"]
    return [message["content"] for message in found if message["header"]["msg_type"] in OUTPUTS]


def shown(client: BlockingKernelClient, cell: str) -> list[str]:
    """Run a cell and return the models of the pages that it shows."""
    return [
        content["data"][WIDGET]["model_id"] for content in outputs(client, cell) if WIDGET in content.get("data", {})
    ]


def say(client: BlockingKernelClient, models: list[str], command: Command) -> None:
    """Say a command to whichever page knows it, and wait until it was carried out."""
    for model in models:
        content = {"comm_id": model, "data": {"method": "custom", "content": encode(command)}}
        client.shell_channel.send(client.session.msg("comm_msg", content))
    settled = 0
    while settled < len(models):
        data = client.get_iopub_msg(timeout=PATIENCE)["content"].get("data", {})
        said = data.get("content", {}) if isinstance(data, dict) else {}
        settled += said.get("answered") == command.id
