"""When a choice is open: indicators held against numbers, facts heard, and choices made before."""

import operator
from collections.abc import Callable, Mapping
from typing import Literal

from dlcourse.domain.roleplay.fields import ChoiceName, FactName, IndicatorName
from dlcourse.domain.speech import Value

Symbol = Literal[">=", "<=", ">", "<", "=="]
COMPARE: dict[Symbol, Callable[[int, int], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "==": operator.eq,
}


class Comparison(Value):
    """An indicator held against a number, as in ``trust: ">= 2"``."""

    symbol: Symbol
    number: int

    def holds(self, value: int) -> bool:
        """Whether the indicator's value passes."""
        return COMPARE[self.symbol](value, self.number)


class Condition(Value):
    """When a choice is open: all parts must hold. ``chose`` entries read ``scene.choice`` or ``panel.option``."""

    indicators: dict[IndicatorName, Comparison] = {}
    heard: tuple[FactName, ...] = ()
    not_heard: tuple[FactName, ...] = ()
    chose: tuple[ChoiceName, ...] = ()
    not_chose: tuple[ChoiceName, ...] = ()

    def holds(self, indicators: Mapping[str, int], heard: frozenset[str], chosen: frozenset[str]) -> bool:
        """Whether all parts hold for these indicator values, known facts and choices made."""
        return (
            all(comparison.holds(indicators[name]) for name, comparison in self.indicators.items())
            and heard.issuperset(self.heard)
            and heard.isdisjoint(self.not_heard)
            and chosen.issuperset(self.chose)
            and chosen.isdisjoint(self.not_chose)
        )
