"""How the preferences of a group moved in a talk: how many people went from which option to which."""

from collections import Counter
from collections.abc import Iterable, Mapping
from textwrap import wrap

from dlcourse.charts.specifications import filled
from dlcourse.domain.chart import Chart, Row
from dlcourse.domain.live.debrief_views import LiveDebriefView, PreferenceMoved
from dlcourse.pages.words import counted

BEFORE, AFTER, NOT_STATED = "Before the talk", "After the talk", "Not stated"
ACROSS = 17
"""Characters of a line of an option's name, beside the drawing on a phone."""
Moves = Counter[tuple[str, str]]
"""How many people went from one option to another, by the names of the two."""


def preferences(view: LiveDebriefView) -> Chart | None:
    """Circles for the options before and after the talk, with lines between them; None if nobody stated anything."""
    stated = [each for each in view.preferences if each.before or each.after]
    if not stated:
        return None
    names = {option.id: option.name for option in view.options} | {"": NOT_STATED}
    roles = {mate.role: mate.name for mate in view.mates}
    moves = Counter((names.get(each.before, ""), names.get(each.after, "")) for each in stated)
    return Chart(
        title="How preferences moved",
        says=_says(stated, names),
        description=(
            f"A line for each of {counted(len(view.options), 'option', 'options')}, with a circle for before the talk "
            "and one for after it. The number in a circle counts the people who preferred that option. Lines lead from "
            "what people preferred before to what they preferred after."
        ),
        spec=filled("live.preferences", [*_places(moves, names.values()), *_lines(moves)]),
        columns=("Role", BEFORE, AFTER),
        rows=tuple(
            (roles.get(each.role, ""), names.get(each.before, ""), names.get(each.after, "")) for each in stated
        ),
    )


def _says(stated: list[PreferenceMoved], names: Mapping[str, str]) -> str:
    """The sentence: how many of those who stated a preference both times changed it, and what most prefer now."""
    both = [each for each in stated if each.before and each.after]
    if not both:
        return "Nobody stated a preference both before and after the talk."
    if len(both) == 1:
        return _says_of_one(both[0], names)
    changed = sum(each.before != each.after for each in both)
    everybody = f"the {counted(len(both), 'person', 'people')} who stated a preference both times"
    of = f"{changed or 'None'} of {everybody} changed it"
    (most, count), *others = Counter(each.after for each in both).most_common(2)
    if others and others[0][1] == count:
        return f"{of}."
    return f"{of}. After the talk, {count} of them preferred “{names.get(most, '')}”."


def _says_of_one(only: PreferenceMoved, names: Mapping[str, str]) -> str:
    did = "kept it" if only.before == only.after else "changed it"
    now = names.get(only.after, "")
    return f"One person stated a preference both times, and {did}. After the talk, they preferred “{now}”."


def _places(moves: Moves, options: Iterable[str]) -> list[Row]:
    """How many people prefer each option, before and after. Not to state one is listed if somebody did not."""
    before, after = Counter[str](), Counter[str]()
    for (first, second), people in moves.items():
        before[first] += people
        after[second] += people
    listed = [name for name in options if name != NOT_STATED or before[name] or after[name]]
    times = ((BEFORE, before), (AFTER, after))
    return [{"option": _lined(name), "when": when, "people": count[name]} for name in listed for when, count in times]


def _lines(moves: Moves) -> list[Row]:
    """The two ends of a line for each way that people went."""
    return [
        {"option": _lined(option), "when": when, "people": people, "move": number}
        for number, (ends, people) in enumerate(moves.items())
        for option, when in zip(ends, (BEFORE, AFTER), strict=True)
    ]


def _lined(name: str) -> str:
    """The name of an option in lines that fit beside the drawing."""
    return "\n".join(wrap(name, ACROSS))
