"""The examples in the docstrings of what a notebook calls, and in the guide to results in a cell."""

import doctest
import re
from collections.abc import Iterator
from uuid import uuid4

import pytest

import dlcourse
from dlcourse import files
from dlcourse.course.connect import here
from dlcourse.domain.cohort.messages import CreateCohort, EraseCohort
from dlcourse.pages.matching.board_value import BoardValue
from dlcourse.pages.matching.plan.value import PlanValue
from dlcourse.pages.network.value import NetworkValue
from dlcourse.pages.reflection.value import LogValue
from dlcourse.pages.roleplay.play_value import PlayValue
from dlcourse.results.registry import RESULT_CALLS, TABLES
from tests.person import Person

GUIDE = (files.data() / "guides" / "results-in-a-cell.md").read_text("utf-8")
VALUES = {"match": BoardValue, "play": PlayValue, "network": NetworkValue, "log": LogValue, "plan": PlanValue}
"""The calls of pages that carry a value, with its type."""


@pytest.fixture(autouse=True, scope="module")
def led_cohort() -> Iterator[None]:
    """A cohort of the name that the examples ask for, in the home of this run."""
    owner, cohort = Person(here()), uuid4().hex
    owner.do(CreateCohort, cohort=cohort, name="Autumn deans")
    yield
    owner.do(EraseCohort, cohort=cohort)


def run(text: str, name: str) -> None:
    """Run the examples in a text, and compare what they print."""
    example = doctest.DocTestParser().get_doctest(text, {"dlcourse": dlcourse}, name, None, None)
    assert example.examples
    told: list[str] = []
    failed, _ = doctest.DocTestRunner(verbose=False).run(example, out=told.append)
    assert not failed, "".join(told)


@pytest.mark.parametrize("name", RESULT_CALLS)
def test_the_examples_are_true(name: str) -> None:
    """Each call for results has an example, and running it prints what the docstring says."""
    run(str(getattr(dlcourse, name).__doc__), name)


def test_the_guide_is_true() -> None:
    """Every example of the guide prints what the guide says."""
    run("\n".join(re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)), "guide")


def test_the_guide_names_every_table_and_every_value() -> None:
    """The guide names all tables, and the fields of each page's value."""
    assert [name for name in TABLES if f"`{name}`" not in GUIDE] == []
    told = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", GUIDE, re.MULTILINE))
    assert {name: set(re.findall(r"`(\w+)`", line)) for name, line in told.items()} == {
        name: set(value.__annotations__) for name, value in VALUES.items()
    }
