"""One's own network and the samples behind the two verbs: kept, private, gone when removed, done once guessed."""

import time
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import pytest

from dlcourse import files
from dlcourse.domain.network.messages import (
    OWN,
    AddColleagues,
    BringNetwork,
    DrawTies,
    Files,
    Guess,
    GuessInNetwork,
    Network,
    RemoveColleague,
    RemoveNetwork,
    RenameColleague,
)
from dlcourse.domain.network.views import (
    NetworkLook,
    NetworkLookView,
    NetworkPeople,
    NetworkPeopleView,
    Networks,
    NetworksView,
    OwnNetwork,
    OwnNetworkView,
    TriedView,
    TryNetwork,
)
from dlcourse.domain.speech import Query, View
from dlcourse.errors import CourseError
from dlcourse.handlers.network import views
from dlcourse.store import Store
from tests.person import Person

V = TypeVar("V", bound=View)
SAMPLES = ("lakeside-school", "district")
NOBODY = Guess(most="", splits="", alone="")


def see(person: Person, query: Query, kind: type[V]) -> V:
    """What a person sees, of the right kind."""
    view = person.course.see(query)
    assert isinstance(view, kind)
    return view


def own(person: Person) -> Network:
    """A person's own network."""
    return see(person, OwnNetwork(), OwnNetworkView).network


def look(person: Person, network: str, topic: str = "") -> NetworkLookView:
    """A network with its drawing."""
    return see(person, NetworkLook(network=network, topic=topic), NetworkLookView)


def coded(ties: str, people: str = "", acts: str = "") -> Files:
    """Files as a browser hands them over."""
    return Files(
        **{
            part: b64encode(text.encode()).decode()
            for part, text in (("ties", ties), ("people", people), ("acts", acts))
        }
    )


def sample(name: str) -> Files:
    """A sample as files that somebody brings."""
    return coded(
        *((files.data() / "networks" / name / f"{part}.csv").read_text("utf-8") for part in ("ties", "people", "acts"))
    )


def done(person: Person) -> bool:
    """Whether session 05 is done."""
    (found,) = [each for each in person.home().sessions if each.id == "05-stretched-over"]
    return found.done


@pytest.fixture
def drawn(ann: Person) -> Person:
    """Ann, who has entered three colleagues and a tie."""
    ann.do(AddColleagues, names=("Amaru", "Bronwen", "Chidi"))
    ann.do(DrawTies, who="Amaru", to=("Bronwen",), topic="the boiler")
    return ann


def test_each_step_is_kept(drawn: Person, person: Callable[[str], Person]) -> None:
    """What was entered is there for whoever comes back, and for nobody else."""
    assert own(person("ann")).graph.people == ("Amaru", "Bronwen", "Chidi")
    assert [tie.topic for tie in own(person("ann")).graph.ties] == ["the boiler"]
    assert own(person("ben")).graph.people == ()
    assert see(person("ben"), Networks(), NetworksView).own is None


def test_a_step_sent_twice_is_taken_once(drawn: Person) -> None:
    """The same command again is no error and no second person."""
    step = AddColleagues(id=uuid4().hex, names=("Dagny",))
    assert drawn.course.do(step) == drawn.course.do(step)
    assert own(drawn).graph.people[3:] == ("Dagny",)


def test_a_refused_step_changes_nothing(drawn: Person) -> None:
    """A name that is there already is refused, and all is as before."""
    before = own(drawn)
    with pytest.raises(CourseError, match="is there already"):
        drawn.do(AddColleagues, names=("Dagny", "Amaru"))
    assert own(drawn) == before


def test_events_hold_no_name(drawn: Person, store: Store) -> None:
    """Names, topics and guesses are only in texts, so that they can be erased."""
    drawn.do(GuessInNetwork, network=OWN, guess=Guess(most="Bronwen", splits="", alone="Chidi"))
    kept = store.read(lambda transaction: transaction.events("network/ann"))
    told = " ".join(each.event.model_dump_json() for each in kept)
    assert len(kept) == 3
    assert not any(word in told for word in ("Amaru", "Bronwen", "Chidi", "boiler"))


def test_whoever_is_removed_is_gone_from_the_file(drawn: Person, store: Store, tmp_path: Path) -> None:
    """A removed or renamed colleague leaves no byte in the database; the network removed, no one does."""
    drawn.do(GuessInNetwork, network=OWN, guess=Guess(most="Bronwen", splits="", alone="Chidi"))
    drawn.do(RemoveColleague, person="Bronwen")
    drawn.do(RenameColleague, person="Chidi", name="C.")
    content = (tmp_path / "course.db").read_bytes()
    assert b"Amaru" in content
    assert b"Bronwen" not in content
    assert b"Chidi" not in content
    drawn.do(GuessInNetwork, network=OWN, guess=Guess(most="Amaru", splits="", alone=""))
    drawn.do(RemoveNetwork)
    assert b"Amaru" not in (tmp_path / "course.db").read_bytes()
    assert own(drawn).graph.people == ()
    assert see(drawn, NetworkPeople(network=OWN), NetworkPeopleView).guess is None


def test_a_guess_outlives_what_does_not_touch_it(drawn: Person) -> None:
    """A guess about one's own network stays while those it names are there, and goes when one of them is renamed."""
    drawn.do(GuessInNetwork, network=OWN, guess=Guess(most="Bronwen", splits="", alone=""))
    drawn.do(RemoveColleague, person="Chidi")
    assert look(drawn, OWN).guess == Guess(most="Bronwen", splits="", alone="")
    drawn.do(RenameColleague, person="Bronwen", name="B.")
    assert look(drawn, OWN).guess is None


def test_an_erased_person_has_no_network(drawn: Person, store: Store) -> None:
    """After its words are erased, the network is gone, and the person can start again."""
    store.write(lambda transaction: transaction.erase_texts("ann"))
    assert own(drawn).graph.people == ()
    drawn.do(AddColleagues, names=("Dagny",))
    assert own(drawn).graph.people == ("Dagny",)


@pytest.mark.parametrize("name", SAMPLES)
def test_files_are_brought_as_they_are(ann: Person, name: str) -> None:
    """A sample that is brought as one's own looks exactly like the sample."""
    assert see(ann, TryNetwork(files=sample(name)), TriedView).troubles == ()
    ann.do(BringNetwork, files=sample(name))
    same = {"title", "about", "network"}
    assert look(ann, OWN).model_dump(exclude=same) == look(ann, name).model_dump(exclude=same)


def test_faulty_files_are_told_whole_and_not_taken(drawn: Person) -> None:
    """Every problem in every file has its place and a remedy; nothing is taken over, not even half of it."""
    before = own(drawn)
    faulty = coded("from,to\nA,A\nA,Zed\n", "name\nA\nA\n", "person,function,count\nA,f,many\n")
    troubles = see(drawn, TryNetwork(files=faulty), TriedView).troubles
    assert [trouble.where for trouble in troubles] == [
        "ties.csv:2, to",
        "ties.csv:3, to",
        "people.csv:3, name",
        "acts.csv:2, count",
    ]
    assert all(trouble.what and trouble.remedy for trouble in troubles)
    with pytest.raises(CourseError, match="turns to themselves"):
        drawn.do(BringNetwork, files=faulty)
    assert own(drawn) == before


def test_files_too_large_to_draw_are_told(ann: Person) -> None:
    """More people than a drawing holds are refused with the limit, and the error mentions the command line."""
    ties = "from,to\n" + "".join(f"P{at},P{at + 1}\n" for at in range(200))
    (trouble,) = see(ann, TryNetwork(files=coded(ties)), TriedView).troubles
    assert "201 are more than can be drawn here (200)" in trouble.what
    assert "dlcourse network" in trouble.remedy


def test_bytes_that_are_no_file_are_refused(ann: Person) -> None:
    """A file that is not valid base64, as from a broken browser, is refused in plain words."""
    with pytest.raises(CourseError, match="did not arrive complete"):
        ann.do(BringNetwork, files=Files(ties="*"))


def test_the_people_are_shown_before_the_ties(ann: Person) -> None:
    """The first view of a sample has names and titles; no tie and no figure is in it."""
    view = see(ann, NetworkPeople(network="lakeside-school"), NetworkPeopleView)
    assert view.roles["Dolores Quintana"] == "secretary"
    assert "ties" not in view.model_dump_json()


def test_a_guess_is_kept_and_makes_the_session_done(ann: Person, ben: Person) -> None:
    """A guess, with what else the session asks, makes it done; a second guess replaces the first."""
    assert not done(ann)
    look(ann, "lakeside-school")
    assert not done(ann)
    for name in ("Yolanda Prescott", "Emil Stoyanov"):
        ann.do(GuessInNetwork, network="lakeside-school", guess=Guess(most=name, splits="", alone=""))
    guess = see(ann, NetworkPeople(network="lakeside-school"), NetworkPeopleView).guess
    assert guess is not None
    assert guess.most == "Emil Stoyanov"
    assert not done(ann)
    ann.write_part("05-stretched-over")
    assert not done(ann)
    ann.share_out()
    assert done(ann)
    assert not done(ben)
    assert [offer.guessed for offer in see(ann, Networks(), NetworksView).samples] == [True, False]


def test_guesses_about_strangers_and_networks_that_are_none(ann: Person) -> None:
    """A guess names people of a network that exists."""
    with pytest.raises(CourseError, match="is not among the people"):
        ann.do(GuessInNetwork, network="lakeside-school", guess=Guess(most="Nobody's friend", splits="", alone=""))
    for network in ("nowhere", "../teams"):
        with pytest.raises(CourseError, match="there is none called"):
            ann.do(GuessInNetwork, network=network, guess=NOBODY)
        with pytest.raises(CourseError, match="there is none called"):
            look(ann, network)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_places_are_the_same_from_run_to_run_and_for_every_topic(ann: Person, name: str) -> None:
    """A drawing asked for again, worked out again, or by topic has everybody where they were."""
    first = look(ann, name)
    views._laid_out.cache_clear()
    for topic in ("", *first.whole.topics, "no such topic"):
        view = look(ann, name, topic)
        assert (view.places, view.size) == (first.places, first.size)
        assert all(tie.topic == topic for tie in view.graph.ties) or view.topic == ""


def test_eighty_people_have_a_box_each(ann: Person) -> None:
    """In the largest sample no two names stand in each other's way, and nobody stands outside."""
    view = look(ann, "district")
    assert len(view.places) == 80
    for at, (x, y) in enumerate(view.places):
        assert 1.4 < x < view.size[0] - 1.4
        assert 0.7 < y < view.size[1] - 0.7
        assert all(abs(x - x2) > 2.99 or abs(y - y2) > 1.49 for x2, y2 in view.places[:at])


def test_a_second_look_is_quick(ann: Person) -> None:
    """Once eighty people have their places, a change of topic takes less than half a second of computing."""
    look(ann, "district")
    begun = time.process_time()
    look(ann, "district", "teaching")
    assert time.process_time() - begun < 0.5


def test_no_name_stays_in_memory(drawn: Person) -> None:
    """The cached drawing knows people only by number, so it may outlive an erasure."""
    views._laid_out.cache_clear()
    look(drawn, OWN)
    assert views._laid_out(3, ((0, 1),))[0] == look(drawn, OWN).places
    assert views._laid_out.cache_info().misses == 1


def test_the_samples_are_as_large_as_they_say(ann: Person) -> None:
    """The author's statements about a sample's size are true."""
    for offer in see(ann, Networks(), NetworksView).samples:
        view = look(ann, offer.id)
        assert (view.figures.people, view.figures.ties) == (offer.people, offer.ties)
    assert tuple(offer.id for offer in see(ann, Networks(), NetworksView).samples) == SAMPLES
