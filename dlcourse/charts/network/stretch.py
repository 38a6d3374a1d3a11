"""How leadership functions stretch over people: who did which share of what was seen."""

from collections.abc import Iterable

from dlcourse.charts.specifications import filled
from dlcourse.domain.chart import Chart, Row
from dlcourse.domain.network.stretch import Act, Spread, counted, stretch
from dlcourse.pages.words import counted as number


def stretch_chart(acts: Iterable[Act]) -> Chart | None:
    """A bar for each function, made of one part for each person who acted in it; None if no act was seen."""
    seen = tuple(acts)
    counts, spreads = counted(seen), stretch(seen)
    if not spreads:
        return None
    rows: list[Row] = [
        {"function": each.function, "who": who, "share": share, "acts": counts[each.function][who]}
        for each in spreads
        for who, share in sorted(each.shares.items(), key=lambda pair: -pair[1])
    ]
    return Chart(
        title="How leadership stretches over people",
        says=_says(spreads),
        description=(
            f"Bar chart with a bar for each of {number(len(spreads), 'kind of leading', 'kinds of leading')}. A bar is "
            "made of one part for each person who did it; the longest part comes first."
        ),
        spec=filled("network.stretch", rows),
        columns=("Kind of leading", "Who", "Times", "Share"),
        rows=tuple((row["function"], row["who"], str(row["acts"]), f"{row['share']:.0%}") for row in rows),
    )


def _says(spreads: tuple[Spread, ...]) -> str:
    """The sentence: how many kinds of leading one person does alone, and what most people take part in."""
    alone = sum(len(each.shares) == 1 for each in spreads)
    widest = max(spreads, key=lambda each: len(each.shares))
    rest = "rests" if alone == 1 else "rest"
    begin = f"{alone} of {number(len(spreads), 'kind of leading', 'kinds of leading')} {rest} on one person"
    people = number(len(widest.shares), "person takes", "people take")
    return f"{begin}; {people} part in {widest.function}."
