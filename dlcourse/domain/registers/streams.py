"""What all registers have in common: a stream of one's own or of one's cohort, whose changes everybody there sees."""

from dlcourse.domain.policy import ANYBODY, OWN, Rule, Rules, no_such_cohort
from dlcourse.domain.speech import Value, View
from dlcourse.domain.viewer import COHORT, Viewer

TOGETHER = "cohort-"
"""Before the name of a register: the stream of a cohort's register, with the cohort's id."""

READS = Rule("own", ANYBODY)
"""Whoever is in a cohort may read its registers, an observer too. Only those who take part write in them."""


class RegisterStep(Value):
    """Something that happened: its number from 1 on, its kind of event, by whom, and when (ISO 8601)."""

    number: int
    kind: str
    by: str
    at: str


class RegisterView(View):
    """What a register shows. ``topic`` is announced whenever somebody changes it, and so are ``more_topics``."""

    topic: str
    more_topics: tuple[str, ...] = ()


def register_stream(register: str, viewer: Viewer) -> str:
    """The stream of this register: that of the viewer's cohort, or the viewer's own if they are in none."""
    return f"{TOGETHER}{register}{viewer.cohort}" if viewer.cohort else register + viewer.person


def register_topics(register: str) -> Rules:
    """The rules for watching a register, whose name ends with a slash: one's own, or that of a cohort one is in."""
    together = Rule("cohort", ANYBODY, lambda topic: (COHORT + topic.partition("/")[2],), no_such_cohort)
    return {register: OWN, f"{TOGETHER}{register}": together}
