"""What counts as seen too early: whole facts and pieces of them, for seats, observers and leaders."""

from typing import Any

from dlcourse.rehearsing.capture import Capture
from dlcourse.rehearsing.judge import Evidence, doubled, findings
from tests.rehearsing.pages import capture, fact, line, mates, page, texts

SECRET = "The boiler fails whenever it rains for more than two days"
OTHER = "Nine parents asked for a later bus"
HEARD = "heard"


def ann(**parts: Any) -> Capture:
    """Somebody who was dealt the secret."""
    return capture("ann", (1, page("Ann", facts=[fact(SECRET)])), **parts)


def ben(*later: tuple[float, dict[str, Any]], **parts: Any) -> Capture:
    """Somebody at the same table, who was dealt something else, and sent more later."""
    return capture("ben", (1, page("Ben", facts=[fact(OTHER)])), *later, **parts)


def test_a_fact_is_nobody_else_s_before_it_is_said() -> None:
    """A fact may be seen once its holder has shared it, and is a finding before that, wherever it stands."""
    early = ben((5, page("Ben", told=f"<b>{SECRET}</b>!")))
    assert texts(findings(Evidence([ann(), early]))) == [("ben", SECRET)]
    assert texts(findings(Evidence([ann(shares=((6, _plain(SECRET)),)), early]))) == [("ben", SECRET)]
    assert findings(Evidence([ann(shares=((4, _plain(SECRET)),)), early])) == []


def test_pieces_of_a_fact_are_found_as_well() -> None:
    """Six words of a fact in a row are a finding, unless they are also in what everybody reads."""
    piece = "so it fails whenever it rains for more, they say"
    seen = (5, page("Ben", told=piece))
    assert texts(findings(Evidence([ann(), ben(seen)]))) == [("ben", SECRET)]
    assert findings(Evidence([ann(), ben((5, page("Ben", told="it fails whenever it rains")))])) == []
    public = capture("ann", (1, page("Ann", facts=[fact(SECRET)], scene=piece)))
    assert findings(Evidence([public, ben((5, page("Ben", scene=piece)))])) == []


def test_a_page_cannot_just_say_that_something_was_heard() -> None:
    """A line of a role that one of us plays proves nothing; a line of a role that nobody of us plays does."""
    told = [fact(SECRET, HEARD)]
    by_ann = ben((5, page("Ben", known=told, lines=[line("Ann", SECRET)])))
    by_cal = ben((5, page("Ben", known=told, lines=[line("Cal", SECRET)])))
    assert texts(findings(Evidence([ann(), by_ann]))) == [("ben", SECRET)]
    assert findings(Evidence([ann(), by_cal])) == []
    assert findings(Evidence([ann(away=((3, 6),)), by_ann])) == []


def test_facts_may_be_dealt_again_only_if_somebody_is_gone() -> None:
    """A fact that turns up among one's own later is a finding, unless the page says that its holder has gone."""
    more = [fact(OTHER), fact(SECRET)]
    assert texts(findings(Evidence([ann(), ben((5, page("Ben", facts=more)))]))) == [("ben", SECRET)]
    gone = page("Ben", facts=more, people=mates("Ben", gone="Ann"))
    assert findings(Evidence([ann(), ben((5, gone))])) == []


def test_the_debrief_shows_everything() -> None:
    """In the debrief, everybody may see every fact."""
    assert findings(Evidence([ann(), ben((5, page("Ben", phase="debrief", scene=SECRET)))])) == []


def test_a_page_without_buttons_is_still_at_its_table() -> None:
    """Somebody who has nothing to press, as in the debrief after a call for help, may see there what everybody sees."""
    debrief = page("Ben", phase="debrief", scene=SECRET, acts=[])
    assert findings(Evidence([ann(), ben((5, debrief))])) == []


def test_one_role_is_dealt_the_same_in_every_group() -> None:
    """Whoever is dealt more at the start than others in the same role of another group has too much."""
    first = capture("one", (1, page("Ann", 1, "preference", facts=[fact(OTHER)])))
    second = capture("two", (1, page("Ann", 2, "preference", facts=[fact(OTHER), fact(SECRET)])))
    assert texts(findings(Evidence([first, second]))) == [("two", SECRET)]


def test_what_is_said_at_one_table_stays_there() -> None:
    """Words that were typed in one group are in no message to another group."""
    speaker = capture("one", (1, page("Ann", 1)), typed=("I lean (annx00000001)",))
    near = capture("two", (2, page("Ben", 1, lines=[line("Ann", typed="I lean (annx00000001)")])))
    far = capture("three", (2, page("Ben", 2, told="I lean (annx00000001)")))
    assert texts(findings(Evidence([speaker, near, far]))) == [("three", "I lean (annx00000001)")]


def test_a_fact_is_found_inside_of_a_tag() -> None:
    """A fact that stands where only a screen reader or a program reads it was sent all the same."""
    for told in (f'<img src="/map.png" alt="{SECRET}">', f"<ul><li>{SECRET}</li><li>Nothing else</li></ul>"):
        assert texts(findings(Evidence([ann(), ben((5, page("Ben", told=told)))]))) == [("ben", SECRET)]


def test_what_somebody_writes_for_themselves_is_theirs() -> None:
    """An answer to a question at which all write for themselves is in nobody else's messages, not even a leader's."""
    mine = "What I take (annx00000001)"
    writer = capture("ann", (1, page("Ann", told=mine)), typed=(mine,), private=(mine,))
    near = capture("ben", (2, page("Ben", told=mine)))
    lead = capture("lead", (5, {"answers": [mine]}))
    assert findings(Evidence([writer])) == []
    assert texts(findings(Evidence([writer, near]))) == [("ben", mine)]
    assert texts(findings(Evidence([writer], [(lead, {1: 4.0})]))) == [("lead", mine)]


def test_leaders_read_a_table_once_they_have_asked() -> None:
    """A leader may read what was said in a group from the time at which they asked for it, and nothing unsaid."""
    lead = capture("lead", (5, {"facts": [SECRET]}))
    told = ann(shares=((2, _plain(SECRET)),))
    assert findings(Evidence([told], [(lead, {1: 4.0})])) == []
    assert texts(findings(Evidence([told], [(lead, {})]))) == [("lead", SECRET)]
    assert texts(findings(Evidence([told], [(lead, {1: 6.0})]))) == [("lead", SECRET)]
    assert texts(findings(Evidence([ann()], [(lead, {1: 4.0})]))) == [("lead", SECRET)]


def test_what_was_sent_twice_is_there_once() -> None:
    """The same message, sent twice, must not stand at the table twice."""
    once, twice = [line("Ann", typed="So (annx00000001)")], [line("Ann", typed="So (annx00000001)")] * 2
    assert doubled(Evidence([capture("ann", (1, page(lines=once)), typed=("So (annx00000001)",))])) == []
    assert doubled(Evidence([capture("ann", (1, page(lines=twice)), typed=("So (annx00000001)",))])) == [
        "So (annx00000001)"
    ]


def _plain(text: str) -> str:
    return f" {text.lower()} "
