"""The principles that the course teaches: nine of distributed leadership, five of improvement, and two tasks.

Each is in plain words, with a short quotation and its source. `sessions` says where a principle is taught.
"""

from collections.abc import Iterable

from dlcourse.domain.speech import Value

_DOCUMENT = "Distributed Leadership Basics"
_UNIVERSITY = f"{_DOCUMENT}, quoting the distributed leadership page of West Chester University"
_ELMORE = f"{_DOCUMENT}, quoting Richard Elmore, Building a New Structure for School Leadership, 2000"


class Principle(Value):
    """One principle or task: its id, what it says in plain words, a quotation, and where that comes from."""

    id: str
    short: str
    quote: str
    source: str


_NINE = {
    "P1": (
        "It is not delegating: a better way is found by drawing on what everyone involved knows, thinks and does.",
        "finding the best path by tapping the expertise, ideas, and effort of everyone involved",
    ),
    "P2": (
        "Problems, threats and change call for ideas from everyone, and for a team that makes them real.",
        "It not only encourages idea sharing; it demands it.",
    ),
    "P3": (
        "The way it has always been done may not be the best; better ways are tried at a risk thought through.",
        "look for better ways and test them through controlled, reasoned risk taking",
    ),
    "P4": (
        "A mistake is often the way to a valuable new approach.",
        "mistakes often lead to discovering valuable new approaches",
    ),
    "P5": (
        "Not everyone decides, but everyone is an expert whose knowledge belongs in the decision.",
        (
            "not everyone is a decision-maker, but everyone is an expert whose knowledge contributes"
            " to the decision-making process"
        ),
    ),
    "P6": (
        "It does not suit those who want to shine alone or go their own way.",
        "not for mavericks and lone eagles",
    ),
    "P7": (
        "Units trust and help each other instead of competing; all serve one mission in different ways.",
        "cooperation and trust, not about competition among units and factions",
    ),
    "P8": (
        "It puts everyone in a position to do their work with more ease, meaning and effect.",
        "empowers everyone to make his or her job more efficient, meaningful, and effective",
    ),
    "P9": ("Everybody matters, whatever the position.", "everybody matters"),
}

_FIVE_AND_TWO = {
    "E1": (
        "Leadership is there to improve teaching practice and its results, whoever leads.",
        "The purpose of leadership is the improvement of instructional practice and performance, regardless of role",
    ),
    "E2": (
        "Improvement needs continuous learning, and practice that is open to scrutiny in both directions.",
        "Privacy of practice produces isolation; isolation is the enemy of improvement.",
    ),
    "E3": (
        "Leaders show the learning they ask for, and accept the scrutiny they exercise.",
        (
            "leaders should expect to have their own practice subjected to the same scrutiny"
            " as they exercise toward others"
        ),
    ),
    "E4": (
        "Who does what follows from the expertise that the work needs, not from titles.",
        (
            "flow from the expertise required for learning and improvement, not from the formal dictates"
            " of the institution"
        ),
    ),
    "E5": (
        "Whoever demands something also owes the capacity to do it: accountability goes both ways.",
        "The exercise of authority requires reciprocity of accountability and capacity",
    ),
    "T1": (
        "Describe the ground rules that leaders follow; the rules are provisional.",
        "describing the ground rules which leaders of various kinds would have to follow",
    ),
    "T2": (
        "Describe how leaders in various roles share responsibility.",
        "describing how leaders of various kinds in various roles and positions would share responsibility",
    ),
}

PRINCIPLES: dict[str, Principle] = {
    name: Principle(id=name, short=short, quote=quote, source=source)
    for group, source in ((_NINE, _UNIVERSITY), (_FIVE_AND_TWO, _ELMORE))
    for name, (short, quote) in group.items()
}
"""All of them by id, in the order in which the course lists them: P1 to P9, E1 to E5, T1, T2."""


def in_words(principles: Iterable[str]) -> list[str]:
    """Each of these principles by its id and in plain words; unknown ones are left out."""
    return [f"{name}: {PRINCIPLES[name].short}" for name in principles if name in PRINCIPLES]
