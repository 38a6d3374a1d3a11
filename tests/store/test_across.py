"""Reading across streams and people: nothing is missed, and everything is as of one moment."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial

from dlcourse.domain.mywork.work import EventLine, StoredText, Stream, Work
from dlcourse.domain.speech import Damaged
from dlcourse.store import PersonState, Projected, ReadTransaction, Store
from tests.store.samples import Tallied, drafting, run, saying


def test_all_events_follow_one_another(store: Store, url: str) -> None:
    """Events of all streams come in the order in which they were recorded, a few at a time, and damage is no end."""
    for n in range(6):
        store.write(saying(f"s{n % 2}", f"c{n}"))
    run(url, "UPDATE events SET body = '{}' WHERE command = 'c3'")
    first = store.read(lambda reading: reading.since(0, most=4))
    rest = store.read(lambda reading: reading.since(first[-1].seq))
    found = [*first, *rest]
    assert [each.seq for each in found] == sorted(each.seq for each in found)
    assert [each.stored.command for each in found] == ["c0", "c1", "c2", "", "c4", "c5"]
    assert isinstance(found[3].stored.event, Damaged)
    assert store.read(lambda reading: reading.since(0, ["Seated"])) == ()
    assert len(store.read(lambda reading: reading.since(0, ["Tallied"]))) == 6


def test_whoever_follows_misses_nothing(url: str) -> None:
    """Somebody who asks again and again with the last number gets each event once, while two programs write."""
    with closing(Store.open(url)) as one, closing(Store.open(url)) as other, ThreadPoolExecutor(4) as pool:

        def write(store: Store, name: str) -> None:
            for n in range(25):
                store.write(saying(f"s{name}", f"{name}-{n}", name))

        writing = [pool.submit(write, store, f"{who}{n}") for who, store in enumerate((one, other)) for n in range(2)]
        heard, last, ended = list[str](), 0, False
        while not ended:
            ended = all(each.done() for each in writing)
            new = one.read(lambda reading, last=last: reading.since(last))  # type: ignore[misc]
            heard += [each.stored.command for each in new]
            last = new[-1].seq if new else last
        for each in writing:
            each.result()
    assert len(heard) == 100
    assert set(heard) == {f"{who}{n}-{at}" for who in range(2) for n in range(2) for at in range(25)}


def test_a_mark_changes_with_each_stream_of_the_person(store: Store) -> None:
    """Whatever happens in a person's streams changes their mark; other streams, and those left out, do not."""

    def mark(person: str) -> str:
        return store.read(lambda reading: reading.person_states([person, "nobody"], "cohort/"))[person].mark

    store.write(saying("s", "c1"))
    store.write(saying("cohort/x", "c2"))
    before = mark("ann")
    store.write(saying("t", "c3", "ben"))
    store.write(saying("cohort/x", "c4"))
    assert mark("ann") == before
    store.write(saying("s", "c5", "ben"))
    after = mark("ann")
    assert after != before
    store.write(lambda writing: writing.delete_streams(["s"]))
    assert mark("ann") == mark("nobody") != after


def test_the_last_time_of_each_person_is_told(store: Store) -> None:
    """It is the time of the last thing that they did anywhere; empty for those who did nothing."""
    first = store.write(saying("s", "c1"))
    last = store.write(saying("t", "c2"))
    found = store.read(lambda reading: reading.person_states(["ann", "ben"]))
    assert first.at <= found["ann"].last_seen == last.at
    assert found["ben"].last_seen == ""


def test_values_of_a_projection_are_replaced_and_dropped(store: Store) -> None:
    """A value is stored under its key, replaced by a newer one, and dropped with the projection or its person."""
    one, two = Projected("1", "[1]"), Projected("2", "[2]")
    store.write(lambda writing: writing.keep_projected("p", {"ann": one, "ben": one}))
    store.write(lambda writing: writing.keep_projected("p", {"ann": two}))
    assert store.read(lambda reading: reading.projected("p", ["ann", "ben", "cem"])) == {"ann": two, "ben": one}
    store.write(lambda writing: writing.erase(Work(person="ben", streams=(), kept=(), texts=(), drafts=())))
    assert store.read(lambda reading: reading.projected("p", ["ann", "ben"])) == {"ann": two}
    store.write(lambda writing: writing.drop_projected("p"))
    assert store.read(lambda reading: reading.projected("p", ["ann"])) == {}


def test_a_file_is_compared_only_with_the_words_that_it_names(store: Store) -> None:
    """Other people's texts are found that a file has, or points to as a whole or by the part before the slash."""
    texts = {"t1": "a", "t2/name": "b", "t3/deep/name": "c", "t4": "d", "t5x": "e"}
    store.write(lambda writing: writing.append("s", 0, "c1", "ben", [Tallied(n=1)], texts))
    store.write(drafting("ben", "k", "words"))
    body = {"text": "t2", "deep": ["t3/deep", "t5"]}
    line = EventLine(
        version=1, actor="ann", command="c2", part=0, kind="Tallied", body=body, at="2030-01-01T00:00:00.000+00:00"
    )
    file = Work(
        person="ann",
        streams=(Stream(name="x", lines=(line,), shared=False),),
        kept=(),
        texts=(StoredText(id="t1", words="a"),),
        drafts=(),
    )
    assert store.read(lambda reading: reading.beside(file)).texts == {"t1", "t2/name", "t3/deep/name"}


def states_of(reading: ReadTransaction, people: list[str], without: str) -> dict[str, PersonState]:
    """Where these people stand, from the last numbers of their streams."""
    return reading.states_of(reading.last_numbers(people), without)


def test_a_mark_and_a_last_time_follow_from_the_events(store: Store) -> None:
    """On every engine, they are what the person's streams and deeds add up to, with and without some streams."""

    def found(without: str) -> dict[str, PersonState]:
        return store.read(lambda reading: reading.person_states(["ann", "ben", "cem", "dan"], without))

    said = (("s/1", "ann"), ("s/2", "ann"), ("cohort/x", "ben"), ("s/1", "ben"), ("s/2", "cem"))
    for number, (stream, actor) in enumerate(said):
        store.write(saying(stream, f"c{number}", actor))
    events = store.read(lambda reading: reading.since(0))
    newest = {each.stored.stream: each.seq for each in events}
    times = {each.stored.actor: each.stored.at for each in events}
    for without in ("", "cohort/", "s/"):
        states = found(without)
        for person, streams in (("ann", ["s/1", "s/2"]), ("ben", ["cohort/x"]), ("cem", []), ("dan", [])):
            last = [newest[each] for each in streams if not without or not each.startswith(without)]
            assert states[person].mark == (f"{len(last)} {max(last)} {sum(last)}" if last else states["dan"].mark)
            assert states[person].last_seen == times.get(person, "")
        assert states["dan"].is_nowhere
        assert store.read(partial(states_of, people=list(states), without=without)) == states
