"""Finds the smallest possible greatest load, exactly.

A load is always a sum of task hours divided by somebody's hours, so only finitely many loads are possible, and nothing
changes between two of them. For a given load everyone's limit is a whole number of units, so rounding cannot let
anybody exceed it.
"""

import time
from fractions import Fraction
from typing import Protocol

from dlcourse.domain.matching.plan import Measures
from dlcourse.engines.matching.linear_program import Columns, Relaxation, minimize
from dlcourse.engines.matching.model import Model
from dlcourse.engines.matching.solver_input import SolverInput


class Searching(Protocol):
    """The part of `engines.matching.stages.Search` that is needed here."""

    given: SolverInput
    model: Model
    bounds: Measures
    values: Measures | None

    def hold(self) -> Measures:
        """Hold the earlier stages at their values; returns the values so far."""
        ...

    def offer(self, columns: Columns) -> None:
        """Adopt the plan of these columns if it is better."""
        ...

    def rule_out(self, bound: Fraction) -> None:
        """Record that no plan can beat this bound."""
        ...


def lighten(search: Searching, seconds: float) -> None:
    """Lower the greatest load as far as possible within the given seconds. The search keeps the bound and the plan."""
    end = time.monotonic() + seconds
    load = search.hold()["greatest_load"]
    search.rule_out(_relaxed(search, load, end))
    target = search.bounds["greatest_load"]
    while target < load and _try(search, target, end):
        load = search.hold()["greatest_load"]
        least = search.bounds["greatest_load"]
        target = max(least, search.given.load_within((least + load) / 2))


def _relaxed(search: Searching, load: Fraction, end: float) -> Fraction:
    """The least load that the relaxed program allows."""
    relaxation, least = Relaxation(search.model), search.bounds["greatest_load"]
    while least < load:
        middle = max(least, search.given.load_within((least + load) / 2))
        if not relaxation.possible(*search.model.caps(middle), end - time.monotonic()):
            least = search.given.next_load(middle)
        elif middle == least:
            break
        else:
            load = middle
    return least


def _try(search: Searching, target: Fraction, end: float) -> bool:
    """Look for a plan within this load; False if time runs out."""
    search.model.limit(target)
    answer = minimize(search.model, {}, end - time.monotonic())
    if answer.impossible:
        search.rule_out(search.given.next_load(target))
    elif answer.columns is not None:
        search.offer(answer.columns)
    return answer.finished
