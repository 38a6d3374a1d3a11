"""The examples in the docstrings of what a notebook calls."""

import doctest

import pytest

import dlcourse
from dlcourse.results.registry import RESULT_CALLS


@pytest.mark.parametrize("name", RESULT_CALLS)
def test_the_examples_are_true(name: str) -> None:
    """Each call for results has an example, and running it prints what the docstring says."""
    call = getattr(dlcourse, name)
    example = doctest.DocTestParser().get_doctest(call.__doc__, {"dlcourse": dlcourse}, name, None, None)
    assert example.examples
    told: list[str] = []
    failed, _ = doctest.DocTestRunner(verbose=False).run(example, out=told.append)
    assert not failed, "".join(told)
