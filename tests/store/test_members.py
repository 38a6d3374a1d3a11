"""Who takes part in a stream: whoever began it, and whoever an event named. Every kind of writing keeps this right."""

from functools import partial
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dlcourse.domain.mywork.merge import as_person, merge
from dlcourse.domain.speech import Event
from dlcourse.domain.viewer import is_erased
from dlcourse.store import ReadTransaction, Store, WriteTransaction
from tests.domain.roleplay.anybody import law
from tests.store.samples import Tallied

PEOPLE = ("ann", "ben", "cem")


class Seated(Event):
    """Some people sat down."""

    people: tuple[str, ...]

    def new_members(self) -> frozenset[str]:
        """The people who got seats."""
        return frozenset(self.people)


def mine(store: Store, person: str) -> list[str]:
    """The streams in which a person takes part, sorted."""
    return sorted(each.stream for each in store.read(lambda reading: reading.streams("", person)))


def looked_up_at_once(reading: ReadTransaction, person: str, streams: list[str]) -> object:
    """The same, and the events of the streams, after all of it was read at once."""
    reading.roles("", person)
    reading.read_at_once([*streams, "nothing"])
    return looked_up_and_read(reading, person, streams)


def looked_up_and_read(reading: ReadTransaction, person: str, streams: list[str]) -> object:
    """What is looked up for a person, with their roles, and the events of the streams and of one that is not there."""
    roles = [reading.roles(prefix, person).keys() & {*streams} for prefix in ("", *streams, "nothing")]
    summaries = [reading.streams(prefix, person) for prefix in (*streams, "nothing")]
    events = [(reading.events(stream), reading.length(stream)) for stream in (*streams, "nothing")]
    return looked_up(reading, person, streams), roles, summaries, events, [reading.events(each, 1) for each in streams]


def looked_up(reading: ReadTransaction, person: str, streams: list[str]) -> tuple[set[str], set[str]]:
    """The streams listed for a person, and those of which they are a member."""
    listed = {each.stream for each in reading.streams("", person)}
    return listed & set(streams), {stream for stream in streams if reading.is_member(stream, person)}


def seat(writing: WriteTransaction, stream: str, actor: str, people: tuple[str, ...]) -> None:
    """Record that the actor gave these people seats."""
    length = len(writing.events(stream))
    writing.append(stream, length, f"{stream}-{length}", actor, [Seated(people=people)])


Step = tuple[str, str, tuple[str, ...]]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["table/a", "table/b", "table/c"]),
        st.sampled_from(PEOPLE),
        st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True).map(tuple),
    ),
    max_size=8,
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """One store for all examples of a law; each example uses its own streams."""
    return Store.open(f"sqlite:///{tmp_path_factory.mktemp('members') / 'course.db'}")


@settings(law, max_examples=25)
@given(steps=STEPS)
def test_members_are_who_began_and_who_was_named(shared: Store, steps: list[Step]) -> None:
    """Whatever is recorded, a person's streams are those that they began and those whose events named them."""
    example = uuid4().hex
    wanted: dict[str, set[str]] = {}
    for stream, actor, people in steps:
        name = f"{example}/{stream}"
        shared.write(partial(seat, stream=name, actor=actor, people=people))
        wanted.setdefault(name, {actor}).update(people)
    for person in PEOPLE:
        found, member_of = shared.read(partial(looked_up, person=person, streams=sorted(wanted)))
        assert found == member_of == {stream for stream, people in wanted.items() if person in people}
        streams = sorted(wanted)
        at_once = shared.read(partial(looked_up_at_once, person=person, streams=streams))
        assert at_once == shared.read(partial(looked_up_and_read, person=person, streams=streams))


def test_later_events_of_others_make_nobody_a_member(store: Store) -> None:
    """Doing something in a stream does not by itself make anybody a member."""
    store.write(lambda w: seat(w, "table/a", "ann", ()))
    store.write(lambda w: w.append("table/a", 1, "c2", "ben", [Tallied(n=1)]))
    assert (mine(store, "ann"), mine(store, "ben")) == (["table/a"], [])


def test_a_refused_command_seats_nobody(store: Store) -> None:
    """A command that is undone leaves no members."""

    def fails(writing: WriteTransaction) -> None:
        seat(writing, "table/a", "ann", ("ben",))
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        store.write(fails)
    assert mine(store, "ben") == []


@pytest.mark.parametrize("moved", [True, False])
def test_erasing_one_leaves_the_others_their_table(store: Store, moved: bool) -> None:  # noqa: FBT001
    """A stream in which others have a seat stays theirs, even if they have not done anything in it yet."""
    store.write(lambda w: seat(w, "table/a", "ann", ("ann", "ben")))
    store.write(lambda w: seat(w, "table/mine", "ann", ("ann",)))
    if moved:
        store.write(lambda w: w.append("table/a", 1, "c2", "ben", [Tallied(n=1)]))
    store.write(lambda w: w.erase(w.work("ann")))
    assert mine(store, "ben") == ["table/a"]
    assert mine(store, "ann") == []
    (first, *_) = store.read(lambda r: r.events("table/a"))
    assert is_erased(first.actor)
    assert mine(store, first.actor) == ["table/a"]
    assert isinstance(first.event, Seated)
    assert set(first.event.people) == {first.actor, "ben"}
    assert store.read(lambda r: r.events("table/mine")) == ()


def test_erasing_somebody_who_only_has_a_seat_frees_it(store: Store) -> None:
    """Erasing somebody who had a seat and never used it removes them, and the stream stays for the others."""
    store.write(lambda w: seat(w, "table/a", "ann", ("ann", "ben")))
    assert store.read(lambda r: r.work("ben")).streams == ()
    store.write(lambda w: w.erase(w.work("ben")))
    assert (mine(store, "ben"), mine(store, "ann")) == ([], ["table/a"])
    assert "ben" not in str(store.read(lambda r: r.events("table/a")))


def test_a_stream_that_bears_a_name_is_renamed_for_its_members(store: Store) -> None:
    """If an erased person's id is in the name of somebody else's stream, the members find it under its new name."""
    store.write(lambda w: seat(w, "about/ann/x", "ben", ("cem",)))
    store.write(lambda w: w.erase(w.work("ann")))
    (found,) = mine(store, "ben")
    assert is_erased(found.split("/")[1])
    assert mine(store, "cem") == [found]
    assert store.read(lambda r: len(r.events(found))) == 1


def test_a_file_gives_nobody_else_a_seat(store: Store) -> None:
    """A person who restores a file takes part in its streams; other people whom it names do not."""
    store.write(lambda w: seat(w, "table/a", "ann", ("ann",)))
    (stream,) = store.read(lambda r: r.work("ann")).streams
    work = store.read(lambda r: r.work("ann"))
    line = stream.lines[0].model_copy(update={"body": {"people": ["ann", "ben"]}})
    file = as_person(work.model_copy(update={"streams": (stream.model_copy(update={"lines": (line,)}),)}), "cem")
    store.write(lambda w: w.erase(w.work("ann")))

    def bring(writing: WriteTransaction) -> None:
        writing.bring(merge(file, writing.beside(file)), "cem")

    for _ in range(2):
        store.write(bring)
    assert {person: mine(store, person) for person in PEOPLE} == {"ann": [], "ben": [], "cem": ["table/a"]}


def test_a_seat_makes_a_stream_shared(store: Store) -> None:
    """A stream in which others have a seat is exported as shared, and one's own stream completely."""

    def shared_of(reading: ReadTransaction) -> dict[str, bool]:
        return {stream.name: stream.shared for stream in reading.work("ann").streams}

    store.write(lambda w: seat(w, "table/a", "ann", ("ann", "ben")))
    store.write(lambda w: seat(w, "table/mine", "ann", ("ann",)))
    assert store.read(shared_of) == {"table/a": True, "table/mine": False}


def test_members_are_counted_and_found_elsewhere(store: Store) -> None:
    """It is told how many take part in a stream, who of them does in another of a kind, and which event was last."""
    assert store.read(lambda reading: reading.latest()) == 0
    store.write(lambda writing: seat(writing, "table/a", "ann", ("ben", "cem")))
    store.write(lambda writing: seat(writing, "table/b", "ben", ()))
    store.write(lambda writing: seat(writing, "chair/a", "cem", ()))
    assert store.read(lambda reading: reading.member_count("table/a")) == 3
    assert store.read(lambda reading: reading.member_count("table/c")) == 0
    assert store.read(lambda reading: reading.members_among("table/a", frozenset({"ann", "dan"}))) == {"ann"}
    assert store.read(lambda reading: reading.also_in("table/a", "table/")) == {"ben"}
    assert store.read(lambda reading: reading.latest()) == store.read(lambda reading: reading.since(0)[-1].seq)
