"""Who may do and see what of role-plays: a play is only for people who have a seat at its table."""

from dlcourse.domain.policy import ALONE, COURSE, LEADING, OWN, Rules, member, member_topic
from dlcourse.domain.roleplay.attempts import Attempts, Brief, MyPlays
from dlcourse.domain.roleplay.kit import PaperKit, PaperKits, TakePaperKit
from dlcourse.domain.roleplay.messages import (
    PLAYS,
    Ask,
    BeginPlay,
    BranchPlay,
    CloseTalk,
    Compare,
    Debrief,
    Decide,
    MakeChoice,
    Move,
    ShareFact,
    StatePreference,
    Table,
    VoiceIdea,
)
from dlcourse.domain.roleplay.play import Play
from dlcourse.domain.roleplay.replay.path_map import PathMap
from dlcourse.domain.roleplay.studio.messages import (
    STUDIO,
    OpenScenario,
    OutlineBranching,
    OutlineProfile,
    RehearseScenario,
    SaveScenario,
    ScenarioFiles,
    StudyScenario,
)
from dlcourse.domain.viewer import Viewer
from dlcourse.errors import CourseError


def no_such_play() -> CourseError:
    """The error for a play that is not the viewer's or does not exist; it is the same for both."""
    return CourseError("play", "there is no such play of yours", "Choose one from the list, or begin a new one.")


AT_THE_TABLE = member(lambda said: (PLAYS + said.play,), no_such_play)

RULES: Rules = {
    Brief: COURSE,
    Attempts: OWN,
    MyPlays: OWN,
    BeginPlay: OWN,
    BranchPlay: member(lambda command: (PLAYS + command.source,), no_such_play),
    Move: AT_THE_TABLE,
    StatePreference: AT_THE_TABLE,
    ShareFact: AT_THE_TABLE,
    Ask: AT_THE_TABLE,
    VoiceIdea: AT_THE_TABLE,
    CloseTalk: AT_THE_TABLE,
    Decide: AT_THE_TABLE,
    MakeChoice: AT_THE_TABLE,
    Table: AT_THE_TABLE,
    Debrief: AT_THE_TABLE,
    PathMap: AT_THE_TABLE,
    Compare: member(lambda query: (PLAYS + query.first, PLAYS + query.second), no_such_play),
    PLAYS: member_topic(no_such_play),
    ScenarioFiles: ALONE,
    OpenScenario: ALONE,
    StudyScenario: COURSE,
    RehearseScenario: OWN,
    OutlineProfile: COURSE,
    OutlineBranching: COURSE,
    SaveScenario: ALONE,
    PaperKits: LEADING,
    PaperKit: LEADING,
    TakePaperKit: LEADING,
    STUDIO: OWN,
}


def seat_of(play: Play, viewer: Viewer) -> str:
    """The role that the viewer has at the table.

    If they have none, raises the same `CourseError` as for a missing play.
    """
    for role, holder in play.seats.items():
        if holder == viewer.person:
            return role
    raise no_such_play()
