"""What the console of a live session says."""

from collections.abc import Mapping
from types import MappingProxyType

from dlcourse.domain.live.console_views import LiveStatus
from dlcourse.domain.live.seat_views import Holder
from dlcourse.domain.live.settings import Arm, Phase
from dlcourse.pages.words import Plural, counted

STATES: dict[LiveStatus, str] = {
    "open": "Not started. {people} here.",
    "started": "Under way with {people} in {groups}.",
    "closed": "Ended, with {people} in {groups}.",
}
SHARED = "Whoever leads the cohort with you can open this console too. Both of you can use it at the same time."
SCREEN, OWN_WINDOW = "Screen for the room", "in a window of its own"
QUESTIONS, FIGURES = "Questions for the room", "Figures of the room"
ALL_SESSIONS = "All sessions"

CALLS = "Somebody asks for help"
CALL = "{name} in group {group}"
CALL_NOWHERE = "{name}, without a group"
ANSWERED = "I have seen to it"

SEAT, SEAT_AGAIN = "Seat everybody", "Seat everybody again"
SEAT_NOTE = "People are spread evenly over groups and roles. You can move somebody afterward."
START, START_NOTE = "Start", "Every role gets its facts, and the first phase begins."
START_SURE = "Start with these groups? Seats cannot be changed by hand afterward. Latecomers get a free seat."
ALL = "All groups"
MOVE_ON, PAUSE, RESUME = "Move on", "Pause", "Resume"
MOVE_ON_FROM: Mapping[Phase, str] = MappingProxyType(
    {
        "preference": "Move on to the talk",
        "talk": "Move on to the decision",
        "decision": "Move on to what came of it",
        "outcome": "Move on to the debrief",
    }
)
"""What it is called when all groups are in the same phase, and the next one is known."""
MORE_TIME = "{minutes} min more"
LONGER = (2, 5)
"""The minutes that can be added at a click."""
REVEAL = "Show the figures of the room to everybody"
REVEAL_SURE = "They appear on everybody's phone: what the groups decided, and how much came to the table. No names."
REVEALED = "Everybody can see the figures of the room."
CLOSE, CLOSE_SURE = "End the session", "End it for everybody? People can still read what their group did."
FOR_EVERYBODY = "For everybody"

TELL, TELL_LABEL, TELL_BUTTON = "Tell everybody something", "What everybody is told", "Tell everybody"
LAST_TOLD = "Told last:"

GROUP = "Group {number}"
GROUPS, NO_GROUPS = "Groups", "Nobody has a seat yet. When people are here, seat everybody."
WAITING = "Not seated yet"
MOVE, CLOSE_MOVE = "Move {name}", "Leave it"
MOVE_TITLE = "Where should {name} sit?"
MOVE_NOTE = "If somebody sits there, the two swap seats."
NO_NAME = "No name"
WHICH_GROUP, NEW_GROUP, WHICH_SEAT, OBSERVE, MOVE_SUBMIT = "Group", "A new group", "Seat", "Observe", "Move"
ONLY_OBSERVES = "Has come to observe."
OBSERVES = "Observes"
OBSERVERS = Plural("{number} person observes", "{number} people observe")
DECIDES = "decides"
HERE = "{here} of {seats} here"
SAID = Plural("said {number} thing", "said {number} things")
SILENT, STATED = "silent so far", "preference stated"
SAID_NOTE = "Counts what was tapped or typed. What a group only says aloud is not counted."
HOLDERS: dict[Holder, str] = {
    "person": "",
    "gone": "gone",
    "stand-in": "played by a scripted colleague",
    "nobody": "empty seat",
}
EMPTY_SEATS: dict[Holder, str] = {**HOLDERS, "stand-in": "a scripted colleague will play it"}
"""What is said of seats without people before the start."""
FACTS, FACTS_TEXT = "Facts that few knew", "{said} of {all} at the table"
STATED_COUNT = "{stated} of {players} stated a preference"
DOUBTS = Plural("Doubts were asked for once", "Doubts were asked for {number} times")
CHOOSING = "Chooses now: {role}"
DECIDED, UNDECIDED, TO_DECIDE = "Decided: {option}", "Did not decide", "Has not decided yet"
UNDECIDED_SURE = Plural(
    "{number} group has not decided yet. If you move on now, it ends without a decision.",
    "{number} groups have not decided yet. If you move on now, they end without a decision.",
)
READ, READ_SURE = "Read what was said", "The group is told that you asked for it."
READING = "You can read what was said here. The group knows."
NOTHING_SAID = "Nothing has been shared yet."
BY = "{role}:"
LOOK_BACK, LOOK_BACK_SPOKEN = "Its debrief", "Its debrief: group {number}"
ARM = "Change what this group knows"

TOLD: Mapping[str, str] = MappingProxyType(
    {
        "SeatEveryone": "Everybody has a place.",
        "PlaceSomebody": "Moved.",
        "ChooseArm": "Changed for this group.",
        "StartLive": "Started.",
        "BroadcastWords": "Everybody was told.",
        "AnswerCall": "The call is closed.",
        "CloseLive": "The session has ended.",
        "MoveOn": "Moved on.",
        "PauseTimer": "Paused.",
        "ResumeTimer": "The clock is running again.",
        "ExtendTimer": "There is more time.",
        "ShowFacts": READING,
    }
)
"""What is said once a command was carried out, by its name."""


def arm_name(arm: Arm) -> str:
    """What the groups of this arm know, in a few words."""
    if arm.condition == "manifest":
        return "Everybody knows everything"
    return "Knowledge divided, with a map of who knows what" if arm.knowledge_map else "Knowledge divided"


def state(status: LiveStatus, people: int, groups: int) -> str:
    """How far the session is."""
    return STATES[status].format(
        people=counted(
            people, "person is" if status == "open" else "person", "people are" if status == "open" else "people"
        ),
        groups=counted(groups, "group", "groups"),
    )
