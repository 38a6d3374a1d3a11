"""The page of a worked example: one line at a time, told why after each answer, and what follows at the end."""

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.worked_example.mending import WorkedExample
from tests.pages.conftest import Reader

EXAMPLE = Library(files.data()).exercise("mend-a-demand", WorkedExample)


def test_an_example_is_mended_line_by_line(course: LocalCourse) -> None:
    """A wrong choice is told why and leaves the line, the right one mends it; at the end stands what follows."""
    reader = Reader("worked-example", course)
    reader.start(exercise="mend-a-demand")
    for place, line in enumerate(EXAMPLE.lines):
        view = reader.shows["view"]
        assert (view["now"]["key"], view["now"]["told"], view["after"]) == (line.id, "", "")
        assert reader.shows["so_far"] == f"{place} of 5"
        for choice in sorted(line.choices, key=lambda each: each.mends):
            assert choice.why not in str(view)
            reader.say("MendLine", exercise="mend-a-demand", line=line.id, choice=choice.id)
            view = reader.shows["view"]
            if not choice.mends:
                assert view["now"]["told"].startswith("Not this one. ")
        assert view["lines"][place]["mark"] == "Mended"
        assert view["lines"][place]["before"]
    assert view["now"] is None
    assert "authority" in view["after"]
    assert reader.shows["share"] == 1
