"""Entries of a log: what is refused, what a version is, who may read it, and that words come back as they were."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.reflection.entries import (
    LONGEST,
    EntryNotes,
    EntryRevised,
    EntryStep,
    EntryWritten,
    Log,
    ReviseEntry,
    ShareEntry,
    WriteEntry,
    revise,
    share,
    write,
)
from dlcourse.domain.reflection.folding import log_of
from dlcourse.domain.reflection.log import EntryVersion, WholeLog
from dlcourse.domain.reflection.log_views import EXCERPT, card, entry_view, readable, shared_view
from dlcourse.domain.reflection.packing import unpacked
from dlcourse.domain.reflection.schemas import SCHEMAS
from dlcourse.domain.reflection.search import candidates, containing, points, shown
from dlcourse.domain.sessions import Curriculum, Prompt, Session
from dlcourse.domain.sharing import READERS, Visibility, may_read
from dlcourse.domain.speech import Command, decode, encode
from dlcourse.errors import CourseError

PROMPT = Prompt(id="who", ask="Who was not asked?", principles=("P5",))
COURSE = Curriculum(
    title="Course",
    summary="",
    sessions=(
        Session(id="03-gap", title="The gap", summary="", minutes=1, open=True, prompts=(PROMPT,)),
        Session(id="07-way", title="A way", summary="", minutes=1, open=True),
    ),
)
WORDS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=60)
VISIBILITIES = st.sampled_from(sorted(READERS))
RELATIONS = st.sampled_from(["self", "facilitator", "reviewer", "cohort"])


def writing(entry: str = "entry-01", words: str = "Some words.", **parts: Any) -> WriteEntry:
    """Return a command that writes an entry of one step."""
    given_parts = {"id": f"write-{entry}", "entry": entry, "steps": (EntryStep(words=words),)} | parts
    return WriteEntry(**given_parts)


def rewriting(words: str, after: int, **parts: Any) -> ReviseEntry:
    """Return a command that writes the entry anew."""
    given_parts = {"id": f"again-{after}-{words[:9]}", "entry": "entry-01", "steps": (EntryStep(words=words),)} | parts
    return ReviseEntry(after=after, **given_parts)


def log_with(*commands: WriteEntry | ReviseEntry | ShareEntry) -> tuple[Log, dict[str, str]]:
    """Return the log after these commands, each a day after the other, and the words it points to."""
    log = Log()
    texts: dict[str, str] = {}
    for day, command in enumerate(commands, 1):
        match command:
            case WriteEntry():
                event: Any = write(command, log, COURSE)
            case ReviseEntry():
                event = revise(command, log)
            case ShareEntry():
                event = share(command, log)
        log = log_of([(event, f"2026-01-{day:02}")], log)
        texts |= command.texts()
    return log, texts


def test_an_entry_is_private_until_its_author_says_otherwise() -> None:
    """An entry without a stated visibility is private."""
    log, _ = log_with(writing())
    assert log.entries["entry-01"].visibility == "private"


def test_the_prompt_is_kept_as_it_read() -> None:
    """An entry holds the question that it answers, word for word."""
    log, texts = log_with(writing(session="03-gap", prompt="who"))
    shown_card = card(log.entries["entry-01"], COURSE, texts)
    assert (shown_card.asked, shown_card.session_title) == (PROMPT.ask, "The gap")


@pytest.mark.parametrize(
    "parts",
    [
        {"words": " \n\t"},
        {"session": "99-none"},
        {"session": "07-way", "prompt": "who"},
        {"prompt": "who"},
        {"principles": ("P10",)},
        {"guide": "astrology"},
        {"steps": (EntryStep(words="x" * LONGEST), EntryStep(words="y"))},
    ],
)
def test_what_is_refused(parts: dict[str, Any]) -> None:
    """An empty entry, one that is too long, and one about something unknown change nothing."""
    with pytest.raises(CourseError):
        write(writing(**parts), Log(), COURSE)


def test_an_id_is_used_once_and_only_what_is_there_is_changed() -> None:
    """A second entry of one id is refused, and so is a change of an entry that was never written."""
    log, _ = log_with(writing())
    with pytest.raises(CourseError):
        write(writing(id="another-1"), log, COURSE)
    with pytest.raises(CourseError, match="no such entry of yours"):
        revise(rewriting("New.", 1), Log())
    with pytest.raises(CourseError, match="no such entry of yours"):
        share(ShareEntry(id="share-01", entry="entry-01", visibility="cohort"), Log())


def test_every_version_is_kept() -> None:
    """An entry written anew shows its newest words, and its author finds the earlier ones."""
    log, texts = log_with(writing(confidence=2), rewriting("Better.", 1, confidence=4), rewriting("Best.", 2))
    view = entry_view(log.entries["entry-01"], COURSE, texts)
    assert [step.words for step in view.card.newest.steps] == ["Best."]
    assert [(version.steps[0].words, version.confidence) for version in view.before] == [
        ("Better.", 4),
        ("Some words.", 2),
    ]
    assert (view.card.written, view.card.newest.at) == ("2026-01-01", "2026-01-03")


def test_a_field_of_an_entry_is_named_once() -> None:
    """What is said with the words of an entry is the same in commands, events and views, by one class."""
    for kind in (WriteEntry, ReviseEntry, EntryWritten, EntryRevised, EntryVersion):
        assert issubclass(kind, EntryNotes)
    log, texts = log_with(writing(confidence=2, principles=("P2",), guide="gibbs", visibility="cohort"))
    (entry,) = log.entries.values()
    view = entry_view(entry, COURSE, texts)
    assert view.card.newest.notes == entry.newest.notes
    assert view.card.newest.notes == {
        "guide": "gibbs",
        "principles": ("P2",),
        "confidence": 2,
        "visibility": "cohort",
    }


def test_a_version_that_was_not_seen_is_not_written_over() -> None:
    """Rewriting an entry without having seen its newest version is refused, and nothing changes."""
    log, _ = log_with(writing(), rewriting("In another tab.", 1))
    with pytest.raises(CourseError, match="changed in the meantime"):
        revise(rewriting("In this tab.", 1), log)


@pytest.mark.parametrize(
    ("visibility", "readers"),
    [
        ("private", {"self"}),
        ("facilitator", {"self", "facilitator"}),
        ("reviewers", {"self", "reviewer"}),
        ("cohort", {"self", "facilitator", "reviewer", "cohort"}),
    ],
)
def test_who_may_read_what(visibility: Visibility, readers: set[Any]) -> None:
    """Each visibility names its readers; a stranger is never one of them."""
    relations: list[Any] = ["self", "facilitator", "reviewer", "cohort"]
    assert {relation for relation in relations if may_read({relation}, visibility)} == readers
    assert not may_read((), visibility)


@given(st.lists(st.tuples(VISIBILITIES, WORDS), min_size=1, max_size=6), st.sets(RELATIONS))
def test_another_person_sees_what_is_shared_and_nothing_else(entries: list[Any], relations: set[Any]) -> None:
    """The view of a reader holds the newest words of the entries that they may read, and no other words."""
    commands = [writing(f"entry-{n:02}", f"<{n}>{words}", visibility=seen) for n, (seen, words) in enumerate(entries)]
    log, texts = log_with(*commands)
    shared = {each.steps[0].words for each in shared_view(log, relations, texts).cards}
    assert shared == {f"<{n}>{words}" for n, (seen, words) in enumerate(entries) if may_read(relations, seen)}


def test_less_visible_works_at_once_and_hides_earlier_words_always() -> None:
    """A reader never sees an earlier version, and nothing at all once the entry is private again."""
    log, texts = log_with(writing(words="Secret."), rewriting("For all.", 1, visibility="cohort"))
    assert "Secret." not in shared_view(log, {"cohort"}, texts).model_dump_json()
    log = log_of([(share(ShareEntry(id="share-01", entry="entry-01", visibility="private"), log), "2026-02-01")], log)
    assert readable(log, {"cohort", "facilitator", "reviewer"}) == []


def test_confidence_is_not_shared() -> None:
    """How sure an author was is part of no reader's view."""
    log, texts = log_with(writing(confidence=1, visibility="cohort"))
    assert "confidence" not in shared_view(log, {"cohort"}, texts).model_dump_json()


@given(st.lists(st.tuples(st.text(max_size=8), WORDS), min_size=1, max_size=5))
def test_words_come_back_as_they_were(steps: list[tuple[str, str]]) -> None:
    """Characters of any script, in headings and texts, are unpacked as they were packed, also after sending."""
    steps = [(heading.replace("\0", ""), f"x{words}") for heading, words in steps]
    command = writing(steps=tuple(EntryStep(heading=heading, words=words) for heading, words in steps))
    assert unpacked(command.packed) == command.steps
    assert decode(Command, encode(command)) == command


@pytest.mark.parametrize("sign", ["\0", "\ud800"])
def test_signs_that_cannot_be_kept_are_refused_with_a_reason(sign: str) -> None:
    """NUL and lone surrogates are named as what is wrong, in a step and in a heading."""
    for step in ({"words": f"a{sign}b"}, {"words": "a", "heading": sign}):
        raw = encode(writing()) | {"steps": [step]}
        with pytest.raises(CourseError, match="a character that cannot be stored"):
            decode(Command, raw)


def test_search_finds_words_in_any_order_and_case() -> None:
    """All words have to be there, in the words, a heading or the question, whatever their capitals."""
    log, texts = log_with(
        writing("entry-01", "The Bus was LATE."),
        writing("entry-02", "The train was late.", session="03-gap", prompt="who", principles=("P5",)),
        writing("entry-03", steps=(EntryStep(heading="Straße", words='He said "no".'),)),
    )
    for find, entries in {
        "late bus": ["entry-01"],
        "LATE": ["entry-02", "entry-01"],
        "asked": ["entry-02"],
        "STRASSE": ["entry-03"],
        '"no"': ["entry-03"],
        "n": ["entry-03", "entry-02"],
        "bicycle": [],
    }.items():
        found = containing(candidates(log, WholeLog()), find, texts)
        assert [entry.written.entry for entry in found] == entries, find


def test_filters() -> None:
    """Entries are filtered by their session and by a principle of their newest version."""
    log, _ = log_with(writing("entry-01", principles=("P1",)), writing("entry-02", session="07-way"))
    for query, entries in (
        (WholeLog(session="07-way"), ["entry-02"]),
        (WholeLog(principle="P1"), ["entry-01"]),
        (WholeLog(session="07-way", principle="P1"), []),
    ):
        assert [entry.written.entry for entry in candidates(log, query)] == entries


@given(st.integers(0, 90), st.integers(1, 9))
def test_every_entry_is_on_one_page(count: int, page: int) -> None:
    """The pages together hold each entry once, in order; a page beyond the end shows the last one."""
    entries: list[Any] = list(range(count))
    _, _, pages = shown(entries, 1)
    assert [entry for number in range(1, pages + 1) for entry in shown(entries, number)[0]] == entries
    assert shown(entries, page)[1] == min(page, pages)


def test_a_long_entry_is_cut_in_lists_and_whole_by_itself() -> None:
    """A list shows the beginning and says that it is cut; opened, the entry is all there."""
    long = "x" * 100_000
    log, texts = log_with(writing(words=long))
    listed = card(log.entries["entry-01"], COURSE, texts)
    assert (sum(len(step.words) for step in listed.newest.steps), listed.cut) == (EXCERPT, True)
    view = entry_view(log.entries["entry-01"], COURSE, texts)
    assert (view.card.newest.steps[0].words, view.card.cut) == (long, False)


def test_erased_words_are_empty_and_nothing_breaks() -> None:
    """An entry whose words were erased is shown without them."""
    log, _ = log_with(writing())
    assert card(log.entries["entry-01"], COURSE, {}).newest.steps == ()
    assert containing(candidates(log, WholeLog()), "words", {}) == []


def test_confidence_over_time_is_that_of_the_newest_versions() -> None:
    """Each entry counts once, with what its newest version says, when that was written."""
    log, _ = log_with(writing("entry-01", confidence=5), writing("entry-02"), rewriting("New.", 1, confidence=2))
    assert [(point.at, point.confidence) for point in points(log)[0]] == [("2026-01-03", 2)]
    assert points(log)[1] == 1


def test_principles_stand_in_the_order_of_the_course() -> None:
    """Tags come in the course's order, each once, whatever order they were chosen in."""
    log, _ = log_with(writing(principles=("T1", "P9", "P1")))
    assert log.entries["entry-01"].newest.principles == ("P1", "P9", "T1")


def test_every_schema_is_worded() -> None:
    """Each way of writing has a name and says what it is for; all but the free one have steps with a question."""
    assert [schema.id for schema in SCHEMAS.values() if schema.own_steps] == ["free"]
    assert {"what", "gibbs", "orid"} <= SCHEMAS.keys()
    for schema in SCHEMAS.values():
        assert schema.name
        assert schema.about
        assert all(step.heading and step.ask for step in schema.steps)
    assert set(PRINCIPLES) >= {"P1", "T2"}
