"""Who did what when in a talk: the marks, the table and the sentence tell of the same play."""

from dlcourse.charts.roleplay.talk import DECIDED, NEW, SPOKE, talk
from dlcourse.domain.roleplay.messages import Decide, ShareFact, VoiceIdea
from dlcourse.pages.chart import drawn
from dlcourse.pages.roleplay.talk import short
from tests.person import GAP, Person


def played(person: Person) -> str:
    """A play in which the principal shares a fact, has an idea and decides, and nobody else is asked."""
    play = person.talk(GAP)
    person.do(ShareFact, play=play, fact="hours-open")
    person.do(VoiceIdea, play=play, option="move-block", words="What if we read later?")
    person.do(Decide, play=play, option="move-block", reason="The mornings.", credits=())
    person.go_on(play)
    return play


def test_each_mark_is_something_said_or_done(ann: Person) -> None:
    """The marks are the rows of the table, each with its minute, and everyone has a line, also those who are silent."""
    view = ann.debrief(played(ann))
    chart = view.chart
    assert chart
    rows = chart.spec["datasets"]["rows"]
    marks = [(row["who"], str(row["minute"]), row["what"]) for row in rows if "what" in row]
    assert tuple(marks) == chart.rows
    (own,) = (short(seat.name) for seat in view.seats if seat.you)
    assert [what for who, _, what in marks if who == own] == [NEW, SPOKE, DECIDED]
    assert [row["who"] for row in rows if "end" in row] == [short(seat.name) for seat in view.seats]


def test_the_sentence_tells_when_facts_came_out_and_who_was_silent(ann: Person) -> None:
    """The sentence counts the facts that came to the table, with their minutes, and the people who never spoke."""
    view = ann.debrief(played(ann))
    assert view.chart
    assert view.talk
    silent = {short(seat.name) for seat in view.seats} - {who for who, _, _ in view.chart.rows}
    assert f"{view.talk.unique_voiced} of {view.talk.unique} facts that not everybody knew" in view.chart.says
    assert f"{len(silent)} people never spoke." in view.chart.says
    assert view.chart.says in drawn(view.chart)["label"]


def test_a_story_without_a_talk_has_no_chart(ann: Person) -> None:
    """Where nobody talks there is no chart."""
    view = ann.debrief(played(ann))
    assert talk(view.model_copy(update={"talk": None})) is None
