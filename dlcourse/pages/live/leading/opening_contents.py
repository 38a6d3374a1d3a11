"""What the page says and offers on which those who lead a cohort open live sessions."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypedDict

from dlcourse.domain.live.console_views import LedCard, LedSessionsView, LiveScenario
from dlcourse.domain.live.settings import Arm
from dlcourse.pages.fields import Answer, FormOption, menu, options, select
from dlcourse.pages.form import FormProps, MoreField, form, more
from dlcourse.pages.live.leading import opening_words as words
from dlcourse.pages.live.leading.opening_message import OpenWith
from dlcourse.pages.markdown import inline
from dlcourse.pages.props import LinkProps
from dlcourse.pages.words import counted, day

PLANS: Mapping[str, tuple[Arm, ...]] = MappingProxyType(
    {
        "hidden": (Arm(),),
        "map": (Arm(knowledge_map=True),),
        "manifest": (Arm(condition="manifest"),),
        "hidden-map": (Arm(), Arm(knowledge_map=True)),
        "hidden-manifest": (Arm(), Arm(condition="manifest")),
    }
)
"""Which arms the groups take in turn, by the name of the plan."""
MINUTES = (0, 1, 2, 3, 4, 5, 8, 10, 12, 15, 20, 25, 30, 40, 45, 60, 90)
"""The minutes to choose from; 0 is no timer."""
MOST = 12
"""The greatest number of roles that a scenario has."""


class SessionRow(TypedDict):
    """A session in the list, with the address of its console, and how far it is."""

    title: str
    to: str
    note: str


class OpeningContents(TypedDict):
    """The sessions of a cohort: those that go on, those that have ended, and the form that opens one.

    ``opened`` is the one that was opened just now.
    """

    title: str
    lead: str
    back: LinkProps
    opened: LinkProps | None
    sessions_title: str
    sessions: list[SessionRow]
    empty: str
    ended_title: str
    ended: list[SessionRow]
    form_title: str
    form: FormProps


def opening_contents(view: LedSessionsView, opened: str) -> OpeningContents:
    """What is drawn. ``opened`` is the id of the session that was just opened, or empty."""
    rows = {"closed": list[SessionRow](), "open": list[SessionRow](), "started": list[SessionRow]()}
    for card in view.sessions:
        rows[card.status].append(_row(view.cohort, card))
    return {
        "title": words.TITLE,
        "lead": words.LEAD,
        "back": {"to": f"cohort/{view.cohort}", "text": words.BACK, "note": ""},
        "opened": _opened(view.cohort, opened) if opened else None,
        "sessions_title": words.SESSIONS,
        "sessions": [*rows["started"], *rows["open"]],
        "empty": words.NO_SESSIONS,
        "ended_title": words.ENDED,
        "ended": rows["closed"],
        "form_title": words.OPEN_ONE,
        "form": opening_form(view.scenarios),
    }


def opening_form(scenarios: tuple[LiveScenario, ...]) -> FormProps:
    """The form that opens a session: the scenario and the settings, each with its usual value."""
    fields: list[Answer | MoreField] = [
        select("scenario", words.SCENARIO, words.CHOOSE_SCENARIO, [_scenario(each) for each in scenarios]),
        menu("group_size", words.GROUP_SIZE, _sizes(), "0"),
        menu("pacing", words.PACING, _explained(words.PACINGS.items()), "facilitator"),
        menu("plan", words.PLAN, _explained(words.PLANS.items()), "hidden"),
        more("settings", words.MORE, _more_settings()),
    ]
    return form(OpenWith, "open-live", fields, submit=words.OPEN, fresh="session")


def _more_settings() -> list[Answer]:
    choices = options((str(each), words.minutes(each)) for each in MINUTES)
    timers: list[Answer] = [
        menu(name, label, choices, str(usual)) for name, (label, usual) in words.PHASE_MINUTES.items()
    ]
    return [
        *timers,
        menu("leftover", words.LEFTOVER, options(words.LEFTOVERS.items()), "observe"),
        menu("absence", words.ABSENCE, _explained(words.ABSENCES.items()), "stand-in"),
        menu("gone_after", words.GONE_AFTER, options(words.GONE.items()), "60"),
    ]


def _sizes() -> list[FormOption]:
    people = [(str(size), words.people(size)) for size in range(2, MOST + 1)]
    return options([("0", words.ONE_EACH), *people])


def _explained(texts: Iterable[tuple[str, tuple[str, str]]]) -> list[FormOption]:
    return [{"value": value, "html": name, "about": about} for value, (name, about) in texts]


def _scenario(each: LiveScenario) -> FormOption:
    roles = counted(len(each.roles), "role", "roles")
    about = words.SCENARIO_ABOUT.format(
        kind=words.HIDDEN if each.hidden else words.MANIFEST if each.panel else words.BRANCHING,
        roles=roles,
        minutes=counted(each.minutes, "minute", "minutes"),
    )
    return {"value": each.id, "html": inline(each.title), "about": f"{about} {inline(each.summary)}"}


def _row(cohort: str, card: LedCard) -> SessionRow:
    state = words.STATES[card.status].format(
        people=words.people(card.people), groups=counted(card.groups, "group", "groups")
    )
    opened = words.OPENED.format(day=day(card.opened))
    return {"title": card.title, "to": f"cohort/{cohort}/live/{card.session}", "note": f"{state} {opened}"}


def _opened(cohort: str, session: str) -> LinkProps:
    return {"to": f"cohort/{cohort}/live/{session}", "text": words.TO_CONSOLE, "note": words.JUST_OPENED}
