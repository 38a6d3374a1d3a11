"""The pages of the job aids: the list, one of them, and a name that does not exist."""

from dlcourse.course.local import LocalCourse
from tests.pages.conftest import Reader


def test_the_list_leads_to_every_job_aid(course: LocalCourse) -> None:
    """Each entry of the list opens a page with the same title, and is a link of the first response."""
    shelf = Reader("job-aids", course).start()
    assert shelf["links"] == shelf["aids"]
    for link in shelf["aids"]:
        page = Reader("job-aid", course).start(aid=link["to"].removeprefix("aids/"))
        assert (page["title"], page["lead"], page["missing"]) == (link["text"], link["note"], False)
        assert page["parts"]


def test_a_name_that_does_not_exist_is_told_the_nearest(course: LocalCourse) -> None:
    """A misspelled job aid is missing and says which was meant; a strange one lists all."""
    page = Reader("job-aid", course).start(aid="trail")
    assert (page["missing"], page["parts"], page["notice"]["remedy"]) == (True, [], "Did you mean 'trial'?")
    assert "glossary" in Reader("job-aid", course).start(aid="zzzzzz")["notice"]["remedy"]
