"""What a notebook calls: the names, docstrings and signatures from the subjects, and widgets as results."""

import inspect
import subprocess
import sys

import pytest

import dlcourse
from dlcourse.pages.registry import CALLS
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


def test_a_misspelled_time_is_told_in_words() -> None:
    """Asking for the situations of an unknown time shows a page that suggests the time that was probably meant."""
    widget = dlcourse.judgment("befor")
    assert widget.props["notice"]["remedy"] == "Did you mean 'before'?"
    widget.close()


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
