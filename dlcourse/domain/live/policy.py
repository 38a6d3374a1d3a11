"""Who may do and see what of live sessions.

Those who lead the cohort lead its sessions. People see the sessions that they have entered, and act in their own group;
what somebody may know there is decided by the views. What is about one person alone is announced to that person alone.
"""

from dlcourse.domain.live.messages import (
    CONSOLE,
    GROUP,
    LIVE,
    SEAT,
    SESSIONS,
    AnswerCall,
    BroadcastWords,
    ChooseArm,
    CloseLive,
    EnterLive,
    ExtendTimer,
    LeadGroups,
    LiveAsk,
    LiveCall,
    LiveChoose,
    LiveDecide,
    LiveGoOn,
    LiveIdea,
    LiveMarkNew,
    LiveMove,
    LivePrefer,
    LiveShare,
    LiveSupport,
    LiveWouldChoose,
    MoveOn,
    OpenLive,
    PauseTimer,
    PlaceSomebody,
    ResumeTimer,
    RevealRoom,
    SeatEveryone,
    ShowFacts,
    StartLive,
    group_stream,
)
from dlcourse.domain.live.polls import (
    AnswerRoom,
    AskRoom,
    CloseQuestion,
    LedPolls,
    LivePolls,
    OpenQuestion,
    RoomQuestions,
)
from dlcourse.domain.live.queries import (
    LedSessions,
    LiveConsole,
    LiveDebrief,
    LiveGroupDebrief,
    LiveRoom,
    LiveRoomFigures,
    LiveSeat,
    LiveSessions,
)
from dlcourse.domain.policy import ANYBODY, COURSE, FACILITATORS, LEARNERS, Rule, Rules, in_cohort, no_such_cohort
from dlcourse.domain.viewer import COHORT
from dlcourse.errors import CourseError


def no_such_session() -> CourseError:
    """The error for a session that the viewer has not entered or that does not exist; it is the same for both."""
    return CourseError(
        "live session", "there is no such session of yours", "Go to the home page: it shows the open ones."
    )


LEADING = in_cohort(FACILITATORS)
ENTERED = Rule("member", ANYBODY, lambda said: (LIVE + said.session,), no_such_session)
AT_THE_TABLE = Rule("member", LEARNERS, lambda said: (group_stream(said.session, said.group),), no_such_session)
CALLING = Rule("member", ANYBODY, AT_THE_TABLE.streams, no_such_session)

RULES: Rules = {
    **dict.fromkeys(
        (
            OpenLive, SeatEveryone, PlaceSomebody, ChooseArm, StartLive, BroadcastWords, AnswerCall, RevealRoom,
            CloseLive, LeadGroups, MoveOn, PauseTimer, ResumeTimer, ExtendTimer, ShowFacts,
            LedSessions, LiveConsole, LiveGroupDebrief, LiveRoomFigures,
        ),
        LEADING,
    ),
    **dict.fromkeys((OpenQuestion, AskRoom, CloseQuestion, LedPolls), LEADING),
    AnswerRoom: Rule("member", LEARNERS, lambda said: (LIVE + said.session,), no_such_session),
    RoomQuestions: COURSE,
    LivePolls: ENTERED,
    EnterLive: in_cohort(ANYBODY),
    **dict.fromkeys(
        (
            LiveMove, LivePrefer, LiveShare, LiveAsk, LiveIdea, LiveMarkNew, LiveSupport, LiveGoOn, LiveDecide,
            LiveChoose, LiveWouldChoose,
        ),
        AT_THE_TABLE,
    ),
    LiveCall: CALLING,
    LiveSessions: Rule("own", ANYBODY),
    LiveSeat: ENTERED,
    LiveDebrief: ENTERED,
    LiveRoom: ENTERED,
    GROUP: Rule("member", ANYBODY, lambda topic: (topic,), no_such_session),
    SEAT: Rule("own", ANYBODY),
    SESSIONS: Rule("cohort", ANYBODY, lambda topic: (COHORT + topic.removeprefix(SESSIONS),), no_such_cohort),
    CONSOLE: Rule("cohort", FACILITATORS, lambda topic: (COHORT + topic.split("/")[1],), no_such_cohort),
}  # fmt: skip
