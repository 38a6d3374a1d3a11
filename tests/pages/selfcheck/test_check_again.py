"""The second self-check's page: both rounds side by side, in words, as a chart and as a table."""

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.selfcheck.readiness import Rate, SelfCheck
from tests.pages.conftest import Reader
from tests.person import Person

CHECK = Library(files.data()).exercise("readiness", SelfCheck)


def test_a_group_appears_when_it_was_answered_both_times(course: LocalCourse) -> None:
    """Until then it says what is missing; then it shows a chart of both times and a row for each statement."""
    reader, person = Reader("check-again", course), Person(course)
    change = reader.start(check="readiness")["view"]["change"]
    assert (change["groups"], "did not answer these statements" in change["note"]) == ([], True)
    group = CHECK.groups[0]
    for item in group.items:
        person.do(Rate, check="readiness", statement=item.id, level=2)
        reader.say("Rate", check="readiness", round=2, statement=item.id, level=4)
    view = reader.shows["view"]
    (shown,) = view["change"]["groups"]
    assert shown["name"] == group.name
    assert view["change"]["chart"]["table"]["rows"] == [[group.name, "about “once or twice”", "about “often”"]]
    assert shown["says"].startswith("You saw 4 of 4 statements more often")
    assert view["change"]["table"]["rows"][0] == [group.items[0].text, "Once or twice", "Often"]
    assert (view["round"], "profile" in view) == (2, False)
