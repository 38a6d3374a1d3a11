"""The words of the page of shared responsibility."""

from collections.abc import Mapping

from dlcourse.domain.responsibility.gaps import Gap
from dlcourse.domain.responsibility.strain import BreakKind
from dlcourse.pages.registers.history import HistoryWords

TITLE = "Who answers for what"
DOCUMENT_TITLE = "How we share responsibility"
ALONE = (
    "Only you can read this map. It has names of other people in it: ask them before you show it to anyone. Nobody can "
    "be made responsible on a sheet that they have not seen."
)
TOGETHER = "Everyone in your cohort reads and writes this map, with their name. Nothing is deleted."
SHARES, NO_SHARES = "What is led, and by whom", "There is nothing on the map yet. Begin with one piece of leading."
ADD = "Share out one piece of leading"
LABELS: Mapping[str, str] = {
    "what": "What is led",
    "today": "Today",
    "leads": "Leads",
    "contributes": "Contributes",
    "learns": "Learns",
    "answers": "Answers for it",
    "authority": "May decide",
    "stand_in": "Stands in",
    "paid": "Paid by",
}
ASKS: Mapping[str, tuple[str, str]] = {
    "what": ("What is to be led? One piece of it.", "For example: How reading is taught in grade 7"),
    "today": ("Who does it today? One name a line.", ""),
    "leads": ("Who will lead it? One name a line.", ""),
    "contributes": (
        "Who contributes what they know? One person a line.",
        "For example: Joy: which texts the students finish",
    ),
    "learns": ("Who will learn it? One name a line.", ""),
    "answers": ("Which one person answers for it?", ""),
    "authority": (
        "What may the people who lead decide without asking?",
        "For example: Which texts we read, and two hours of the schedule a week",
    ),
    "stand_in": ("Who decides while that person is away?", ""),
    "paid": ("What does it take that could be cut? Leave it empty if nothing.", "For example: Joy's four paid hours"),
}
SAVE, SAVE_CHANGES, SAVE_CHOSEN = "Save", "Save changes", "Save this text as the newest"
CHANGE = "Change this share"
END, END_ASK, END_IT = "Take it off the map", "Why do you take it off the map?", "Take it off"
WHOLE = "Nothing is missing here."
GAPS_TITLE = "Gaps"
GAPS: Mapping[Gap, str] = {
    "leads": "Nobody leads it.",
    "answers": "Nobody answers for it.",
    "authority": "Nobody has said what may be decided without asking. So they can be blamed, and can change nothing.",
    "knows": "Nobody has said what anybody contributes. Whose knowledge does it rest on?",
    "learns": "Nobody learns it. In a year the same people will have to do it.",
    "alone": "It all rests on one person.",
}
STRAIN = "The strain test"
STRAIN_NOTE = "Say first what you expect. Then see where the map breaks, and why. It reads only what you have written."
STRAIN_WAYS = "What happens?"
AWAY = "Somebody is ill", "For six weeks, without warning."
CUT = "The grant is cut", "What is paid by money or hours that can be cut is gone."
WHO_ASK = "Who is away?"
EXPECT_ASK = "What do you expect to break?"
CHOOSE = "Choose a person"
TEST = "Put it to the test"
WITHOUT, AFTER_CUT = "{who} is away", "Paid time is cut"
EXPECTED = "Expected: {expect}"
NOTHING_BREAKS = "Nothing on the map breaks."
HOLDS = "Holds: {shares}."
BREAKS: Mapping[BreakKind, str] = {
    "leads": "{share}: nobody leads it any more.",
    "answers": "{share}: nobody answers for it, and nobody stands in.",
    "knows": "{share}: nobody else knows this: {about}.",
    "learning": "{share}: only those who are still learning it are left for this: {about}.",
    "paid": "{share}: what it takes is gone: {about}.",
}
MEND = "Change a share until the break is one that you can live with. The test is made again by itself."
TRACE = "The accountability trace"
TRACE_NOTE = (
    "What you decided in this course: whose knowledge it rests on, who answers for it, and what it changed. A gap is "
    "not a fault. It is a question that nobody has answered yet."
)
NO_TRACE = "When you have decided something in a role-play, adopted a rule or made a plan, it appears here."
RESTS_ON, ANSWERS, CHANGED = "Rests on", "Answers for it", "What it changed in practice"
TRACE_GAPS: Mapping[str, str] = {
    "contributed": "Nobody's knowledge is named.",
    "answers": "Nobody answers for it.",
    "changed": "Nobody has said what it changed.",
}
CHANGE_ASK = "What does somebody do differently because of it?"
CHARTS = "How leading stretches over people"
CHARTS_NOTE = "Context, not a grade. More people are not better by themselves."
TODAY, AS_SHARED = "Today", "As you share it out"
PAPER = "The page for your staff meeting"
HISTORY = HistoryWords(
    note="You can look at the map as it was after each of these steps.",
    look="See the map as it was then",
    was="This is the map as it was after step {step} of {steps}.",
    back="Back to the map as it is now",
    steps={
        "ShareWritten": "A share was written",
        "ShareTextSetAside": "One of two texts was chosen",
        "ShareEnded": "A share was taken off the map",
        "StrainTried": "The map was put to the test",
        "ChangeSaid": "Somebody said what a decision changed",
    },
)
AGENDA, AGENDA_CAPTION = "In a staff meeting of 45 minutes", "Minute by minute"
AGENDA_LINES = (
    ("0-10", "For each row: does the person who answers for it agree? Does everybody named agree?"),
    ("10-25", "For each gap: what is missing, and who could bring it?"),
    ("25-40", "Somebody draws a name from a cup. Who is away for six weeks: what breaks? Mend it."),
    ("40-45", "Who tells the students and families what is different now? When do you look at this page again?"),
)
ROOM_BREAKS, ROOM_PEOPLE = "Where it breaks", "People on the map"
ROOM_WHOLE = "The map so far"
ROOM_NO_TEST = "It was not put to the test yet. Draw a name from a cup: this person is ill for six weeks. What breaks?"
