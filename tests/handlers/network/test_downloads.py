"""Files to download: one's own network as a workbook, and a template; nobody gets anybody else's names."""

import base64

from dlcourse.content.network.ties import File, network_of, read_files
from dlcourse.domain.download import DownloadView
from dlcourse.domain.network.messages import AddColleagues, DrawTies, Network
from dlcourse.domain.network.views import TakeNetwork
from tests.person import Person


def taken(person: Person, what: str) -> Network:
    """The network in a file that a person downloads."""
    file = person.course.see(TakeNetwork.model_validate({"what": what}))
    assert isinstance(file, DownloadView)
    return network_of(read_files(File(file.name, base64.b64decode(file.content))))


def test_ones_own_network_is_in_its_file(ann: Person, ben: Person) -> None:
    """The workbook holds the network of the person who asks for it, with roles and topics, and of nobody else."""
    ann.do(AddColleagues, names=("Amaru", "Bronwen", "Chidi"), roles={"Amaru": "teacher"})
    ann.do(DrawTies, who="Amaru", to=("Bronwen",), topic="keys")
    mine = taken(ann, "own")
    assert (mine.graph.people, mine.roles) == (("Amaru", "Bronwen", "Chidi"), {"Amaru": "teacher"})
    assert [(tie.who, tie.to, tie.topic) for tie in mine.graph.ties] == [("Amaru", "Bronwen", "keys")]
    assert taken(ben, "own").graph.people == ()


def test_the_template_is_the_same_for_everybody(ann: Person, ben: Person) -> None:
    """A template holds made-up people only, whatever the person has entered."""
    ann.do(AddColleagues, names=("Amaru",))
    assert taken(ann, "template") == taken(ben, "template")
