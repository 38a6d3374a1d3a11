"""What the report about a cohort says, on its page and in its files."""

from dlcourse.domain.overview.messages import ReportForm

TITLE = "Report"
LEAD = "What was done in this cohort, and by how many: for a school board, a district or a dean."
FILES_TITLE = "The report as a file"
FILES_NOTE = "These files hold figures. No row in them is about a person."
FILES: dict[ReportForm, str] = {
    "docx": "Download the report (.docx)",
    "xlsx": "Download the figures as a workbook (.xlsx)",
    "csv": "Download the figures as text (.csv)",
}
SESSIONS_TITLE = "Sessions"
SESSIONS_COLUMNS = ("Session", "Day", "Finished by", "Begun by")
SHOWN_TITLE = "Figures about people"
SHOWN_COLUMNS = ("Figure", "About", "People", "As of")
NONE_SHOWN = "There is no figure about people yet. Each appears as soon as five people are in it."
TOO_FEW = "fewer than five"
NAMED_TITLE = "Attendance and completion, by name"
NAMED_NOTE = (
    "Your participants were told, before they joined, that you see which sessions they have finished. This is a file "
    "of its own, so that the report can go to others without it."
)
ATTENDANCE = "Download attendance (.csv)"
SIGN_NOTE = (
    "When you sign somebody off, you confirm in your name that they took part, and that they did the sessions that "
    "they have finished so far. Their certificate then says so, and carries your signature. You can sign off again "
    "when they have finished more."
)
HOST_NOTE = "Those who came in with the facilitator key can sign people off here."
SIGN = "Sign off"
SIGN_ALL = "Sign off everybody who has finished a session"
NOBODY = "Nobody has joined yet."
MORE_PEOPLE = "And {more} more people, whom you find in the attendance file."
FINISHED_NONE = "has not finished a session yet"
FINISHED = "has finished {sessions}"
SIGNED = "signed off by {by} on {day} for {sessions}"
TOLD = "They are signed off. Their next certificate says so."
BACK = "Lead the cohort"

DOCUMENT = "Report: {name}"
ABOUT = "As of {day}. {people} take part. {finished} of {open} open sessions were finished by at least one of them."
WHAT_WAS_DONE = "What was done"
FIGURES = "What people answered"
HOW_TO_READ = "How to read these figures"
CAPTION_SESSIONS = "Sessions, and how many have finished each"
COUNT_COLUMNS = ("Question", "Answers", "People")
CAVEATS = (
    "Figures about people are shown only for five people or more, and move on only when five more are in them.",
    "So they can be a little behind, and whoever left is counted as before until five people have changed.",
    "A session is finished when each of its exercises was carried out to its end, however they came out.",
    "Nobody measured how long it took.",
    "The self-check says how often people observed something at their workplace. It is no grade.",
    "A change in it can also come from looking more closely.",
    "The figures of this group are an illustration. They do not show what caused them.",
    "Whether leadership has changed at work is not in them.",
    "In experiments, 83% of people with all facts before them chose the best option (Stasser & Titus 1985).",
    "With the facts divided, 71% of groups chose the option to which the shared facts point (the same study).",
)
