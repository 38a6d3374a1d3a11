"""What a notebook calls: the names, docstrings and signatures from the subjects, and widgets as results."""

import inspect
import subprocess
import sys

import pytest

import dlcourse
from dlcourse.course.watching import error_of
from dlcourse.errors import CourseError, UnknownNameError
from dlcourse.pages.registry import CALLS
from dlcourse.results.registry import RESULT_CALLS
from dlcourse.widgets.page import PageWidget

IMPORT = "import dlcourse, sys; print(*[name for name in sys.modules if name.startswith('dlcourse.')])"


@pytest.mark.parametrize("name", CALLS)
def test_a_call_reads_as_its_subject_wrote_it(name: str) -> None:
    """``?`` in a notebook shows the subject's signature and docstring, and the call returns a widget."""
    call, offered = getattr(dlcourse, name), CALLS[name]
    assert (call.__name__, call.__doc__, call.__module__) == (name, offered.__doc__, "dlcourse")
    assert inspect.signature(call).parameters == inspect.signature(offered).parameters
    assert inspect.signature(call).return_annotation == "PageWidget"
    assert name in dir(dlcourse)


def test_a_call_opens_the_page_that_it_names() -> None:
    """A call opens the page that it names, at the right place."""
    widget = dlcourse.self_check("readiness", again=True)
    assert isinstance(widget, PageWidget)
    assert (widget.page, widget.props["place"]) == ("check-again", {"check": "readiness"})
    widget.close()


WRONG = [
    ("play", "the-reading-gapp", "the-reading-gap"),
    ("match", "small-schol", "small-school"),
    ("averages", "small-schol", "small-school"),
    ("network", "lakeside-schol", "lakeside-school"),
    ("log", "03-the-reading-gp", "03-the-reading-gap"),
    ("inquiry", "03-the-reading-gp", "03-the-reading-gap"),
    ("figure", "hiden-profile", "hidden-profile"),
    ("job_aid", "trail", "trial"),
    ("open_practice", "open-practise", "open-practice"),
    ("own_practice", "own-practise", "own-practice"),
    ("self_check", "readines", "readiness"),
    ("sort", "sortin", "sorting"),
    ("judgment", "befor", "before"),
    ("worked_example", "mend-a-deman", "mend-a-demand"),
]
"""Each call that takes a name, with a misspelled one, and the one that was meant."""


@pytest.mark.parametrize(("name", "wrong", "meant"), WRONG)
def test_a_wrong_name_fails_at_once(name: str, wrong: str, meant: str) -> None:
    """A cell with a wrong name fails at once, in one line, with the name that was probably meant."""
    with pytest.raises(UnknownNameError, match=f"Did you mean '{meant}'") as error:
        getattr(dlcourse, name)(wrong)
    assert error.value._render_traceback_() == [str(error.value)]


def test_every_call_that_takes_a_name_is_tried_with_a_wrong_one() -> None:
    """No call with a name as its argument shows an empty page for a wrong one."""
    taking = {name for name, call in CALLS.items() if inspect.signature(call).parameters}
    assert taking == {name for name, _, _ in WRONG}


def test_a_wrong_name_is_known_as_such_over_the_wire() -> None:
    """What a course server says about a wrong name arrives in a kernel as the same error."""
    error = UnknownNameError("team", "there is none called 'x'", "Did you mean 'y'?")
    arrived = error_of({"error": error.to_json()})
    assert (type(arrived), str(arrived)) == (UnknownNameError, str(error))
    assert type(error_of({"error": CourseError("a", "b").to_json()})) is CourseError


def test_a_widget_says_what_it_is() -> None:
    """The representation of a widget is the call that made it."""
    widget = dlcourse.self_check("readiness", again=True)
    assert repr(widget).startswith("dlcourse.self_check('readiness', again=True)")
    widget.close()


def test_the_tab_key_offers_what_can_be_called() -> None:
    """``dlcourse.<tab>`` offers the calls and nothing else, also once parts of the course are loaded."""
    assert dir(dlcourse) == sorted({*CALLS, *RESULT_CALLS})
    assert all(callable(getattr(dlcourse, name)) for name in dir(dlcourse))


def test_a_wrong_argument_is_told_as_python_tells_it() -> None:
    """A cell with a wrong argument fails with the name of the call, before any page is opened."""
    with pytest.raises(TypeError, match=r"play\(\)"):
        dlcourse.play()


@pytest.mark.parametrize("name", ["plai", "_private", "__wrapped__"])
def test_what_nobody_offers_is_not_there(name: str) -> None:
    """A name that no subject offers is an ordinary attribute error."""
    with pytest.raises(AttributeError, match=f"module 'dlcourse' has no attribute '{name}'"):
        getattr(dlcourse, name)


def test_importing_the_course_loads_none_of_it() -> None:
    """``import dlcourse`` imports no other module of the course, so a cell loads only what it calls."""
    done = subprocess.run([sys.executable, "-c", IMPORT], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
