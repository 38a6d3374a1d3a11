"""A play of the text that is being written: the role-play page itself, in a sandbox."""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.speech import Recorded
from dlcourse.errors import CourseError
from dlcourse.pages.program import Do, Done, Effect, News, Refused, See, Seen
from dlcourse.pages.roleplay import page as roleplay
from dlcourse.pages.roleplay.studio.sandbox import Sandbox


@dataclass(frozen=True)
class Preview:
    """What is played, and where the play is."""

    sandbox: Sandbox
    state: roleplay.RoleplayState


def opened(scenario: Scenario) -> Preview:
    """The scenario before anyone sits down."""
    state, effects = roleplay.init({"scenario": scenario.id})
    return _settled(Preview(Sandbox(scenario), state), effects)


def renewed(preview: Preview, scenario: Scenario) -> Preview:
    """The preview with another version of the scenario: at the same place, if the play can go on there; else anew."""
    state, effects = roleplay.init({"scenario": scenario.id, "play": preview.state.play})
    try:
        again = _settled(Preview(replace(preview.sandbox, scenario=scenario), state), effects)
    except (CourseError, LookupError, StopIteration):  # what was said or chosen is not in the new version
        return opened(scenario)
    return again if again.state.notice is None else opened(scenario)


def said(preview: Preview, message: Any) -> Preview:
    """The preview after a message of the role-play."""
    state, effects = roleplay.update(preview.state, message)
    return _settled(replace(preview, state=state), effects)


def _settled(preview: Preview, effects: tuple[Effect, ...]) -> Preview:
    waiting = list(effects)
    while waiting:
        preview, news = _performed(preview, waiting.pop(0))
        if news is not None:
            state, led_to = roleplay.update(preview.state, news)
            preview = replace(preview, state=state)
            waiting.extend(led_to)
    return preview


def _performed(preview: Preview, effect: Effect) -> tuple[Preview, News | None]:
    try:
        match effect:
            case Do(command):
                played = replace(preview, sandbox=preview.sandbox.do(command))
                return played, Done(command, Recorded(stream="", version=len(played.sandbox.plays), at=""))
            case See(query):
                return preview, Seen(query, preview.sandbox.see(query))
    except CourseError as error:
        assert isinstance(effect, Do | See)
        return preview, Refused(effect, error)
    return preview, None
