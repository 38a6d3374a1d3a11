"""Who you are: three short lines, to be changed whenever you like."""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.speech import Command, hear
from dlcourse.domain.start import LONG, SHORT, Introduce, Introduction, IntroductionView
from dlcourse.errors import CourseError
from dlcourse.pages.program import Do, Done, Page, Props, Raw, Refused, See, Seen, Step
from dlcourse.pages.words import STATUS


@dataclass(frozen=True)
class State:
    """What is known of the person; ``saved`` is when it was recorded last."""

    view: IntroductionView | None = None
    saved: str = ""
    notice: CourseError | None = None


def init(place: Raw) -> Step[State]:  # noqa: ARG001 (there is one such page only)
    """Show what was said before."""
    return State(), (See(Introduction()),)


def parse(raw: Raw) -> Introduce:
    """The one thing to say here: who one is."""
    command = hear(Command, raw)
    if isinstance(command, Introduce):
        return command
    raise CourseError("who you are", "it does not know that message", "Reload the page.")


def update(state: State, message: Any) -> Step[State]:
    """Record it, then show it as it is kept."""
    match message:
        case Introduce():
            return replace(state, notice=None), (Do(message),)
        case Done(recorded=recorded):
            return replace(state, saved=recorded.at), (See(Introduction()),)
        case Refused(error=error):
            return replace(state, notice=error), ()
        case Seen(view=IntroductionView() as view):
            return replace(state, view=view), ()
        case _:
            return state, ()


def props(state: State) -> Props:
    """What the page draws."""
    view = state.view or IntroductionView(said=False)
    return {
        "page": "about-you",
        "place": {},
        "status": STATUS,
        "saved": state.saved,
        "notice": state.notice.told() if state.notice else None,
        "links": [],
        "form": {
            "say": "Introduce",
            "legend": "Who you are",
            "note": "Only you can see this. All of it may stay empty, and you can change it at any time.",
            "fields": [
                {"name": "name", "label": "What would you like to be called?", "value": view.name, "limit": SHORT},
                {"name": "role", "label": "What do you do?", "value": view.role, "limit": SHORT},
                {"name": "leads", "label": "What do you lead today?", "value": view.leads, "limit": LONG, "long": True},
            ],
            "submit": "Save changes" if view.said else "Save",
        },
        "said": f"Good to have you here, {view.name}." if view.name else "Thank you." if view.said else "",
    }


PAGE = Page("about-you", init, parse, update, props)
