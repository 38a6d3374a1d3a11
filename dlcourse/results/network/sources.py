"""Where a network comes from: a sample of the course, one's own, files, or a DataFrame."""

from csv import writer
from io import StringIO
from pathlib import Path
from typing import Any

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.content.network.samples import sample_network, sample_networks
from dlcourse.content.network.ties import File, NetworkReading, network_of, read_files, read_network
from dlcourse.course.connect import here
from dlcourse.domain.network.messages import OWN, Network
from dlcourse.domain.network.views import OwnNetwork, OwnNetworkView
from dlcourse.errors import CourseError
from dlcourse.results.cells import is_frame, text_rows
from dlcourse.results.file_problems import frame_refusal, refusal
from dlcourse.results.names import unknown


def network_from(source: Any, people: Any = None, acts: Any = None) -> tuple[str, Network]:
    """The network and what it is called. Raises a `CourseError` with all problems if there is any."""
    if is_frame(source):
        return "your network", _from_frames(source, people, acts)
    if str(source) == OWN:
        return "your own network", _own()
    library = Library(files.data())
    samples = [about.id for about in sample_networks(library)]
    if str(source) in samples:
        about, found = sample_network(library, str(source))
        return about.title, found
    return str(source), _from_files(Path(source).expanduser(), people, acts, samples)


def _own() -> Network:
    view = here().see(OwnNetwork())
    assert isinstance(view, OwnNetworkView)
    if not view.network.graph.people:
        raise CourseError("ties", "you have not entered a network of your own yet", "Enter one on the page Networks.")
    return view.network


def _from_files(path: Path, people: Any, acts: Any, samples: list[str]) -> Network:
    if not path.exists():
        what = f"there is no sample network '{path}', and no file or folder of this name"
        raise unknown("ties", what, str(path), [*samples, OWN])
    if path.is_dir():
        beside = [path / name if (path / name).exists() else None for name in ("people.csv", "acts.csv")]
        return _checked(read_network(path / "ties.csv", *beside))
    return _checked(read_network(path, *(Path(each).expanduser() if each else None for each in (people, acts))))


def _checked(reading: NetworkReading) -> Network:
    if reading.problems:
        raise refusal(reading.problems)
    return network_of(reading)


def _from_frames(ties: Any, people: Any, acts: Any) -> Network:
    given = {"ties": ties, "people": people, "acts": acts}
    for name, frame in given.items():
        if frame is not None and not is_frame(frame):
            raise CourseError(name, "a DataFrame is needed", "Give all tables as DataFrames, or all as files.")
    tables = [None if frame is None else File(f"{name}.csv", _csv(frame)) for name, frame in given.items()]
    assert tables[0] is not None
    reading = read_files(tables[0], tables[1], tables[2])
    if reading.problems:
        raise frame_refusal(reading.problems)
    return network_of(reading)


def _csv(frame: Any) -> bytes:
    text = StringIO()
    writer(text, lineterminator="\n").writerows(text_rows(frame))
    return text.getvalue().encode()
