"""Handlers of queries about a text that is being written. They change nothing."""

from dlcourse.content.roleplay.studio.branching import branching_text
from dlcourse.content.roleplay.studio.outline import outlined
from dlcourse.content.roleplay.studio.study import study
from dlcourse.domain.roleplay.studio.messages import (
    OutlineBranching,
    OutlineProfile,
    ScenarioOutlined,
    ScenarioStudy,
    StudyScenario,
)
from dlcourse.domain.speech import View
from dlcourse.handlers.context import Heavy, ReadContext
from dlcourse.handlers.registry import look_up


@look_up.register
def study_scenario(query: StudyScenario, context: ReadContext) -> Heavy:  # noqa: ARG001 (nothing is stored)
    def work() -> View:
        found: ScenarioStudy = study(query.text, query.edits)
        return found

    return Heavy(work)


@look_up.register
def outline_profile(query: OutlineProfile, context: ReadContext) -> ScenarioOutlined:  # noqa: ARG001 (nothing is stored)
    return ScenarioOutlined(text=outlined(query.outline))


@look_up.register
def outline_branching(query: OutlineBranching, context: ReadContext) -> ScenarioOutlined:  # noqa: ARG001 (nothing is stored)
    return ScenarioOutlined(text=branching_text(query.outline))
