"""What the pages about the portfolio and the certificate say, and what a certificate says on paper and in the badge."""

from dlcourse.domain.portfolio.messages import NamePortfolio, PutIn, SwapItems, SwapSections, TakeOut
from dlcourse.domain.speech import Command

TITLE = "Your portfolio"
LEAD = "What you choose to show of your work here, in your own order."
NOTE = (
    "Nothing goes in unless you put it in, and nobody sees this page but you. Whoever you give the document to can "
    "read all of it, even what only you can read in the course. If you change a piece there, it changes here, too."
)
PRIVATE = "Only you can read this in the course. Whoever gets the document will be able to read it there."
SHARED = "Whoever gets the document will be able to read it."
YOUR_NAME = "The name on it"
CHANGE_NAME = "Change the name"
PREVIEW = "What is in it"
EMPTY = "Nothing yet. Choose something below, and you will see here what it looks like."
UP = "Up"
DOWN = "Down"
OUT = "Take out"
SECTION_UP = "Move the section up"
SECTION_DOWN = "Move the section down"
OFFERS = "What you can put in"
PRINT = "Print it"
AS_WORD = "Download as a Word document (.docx)"
AS_MARKDOWN = "Download as Markdown (.md)"
WHICH_SESSION = "From which session?"
ALL_SESSIONS = "All sessions"
ALL_SHOWN = "{pieces}."
NEWEST_SHOWN = "The newest {shown} of {pieces}. Choose a session to see others."
TOLD: dict[type[Command], str] = {
    PutIn: "It is in your portfolio now.",
    TakeOut: "It is out of your portfolio. The original is still where it was.",
    SwapItems: "The order is changed.",
    SwapSections: "The section has moved.",
    NamePortfolio: "The name is changed.",
}
"""What became of the last step."""

DOCUMENT = "Portfolio"
WITHOUT_SESSION = "Without a session"
ABOUT_DOCUMENT = "{pieces}, chosen by their author, as of {day}."
ABOUT_NOTHING = "Nothing has been chosen yet."

CERTIFICATE = "Certificate"
CERTIFICATE_LEAD = "A page that says which sessions you have done, and the same as a badge that a machine can check."
CERTIFICATE_NOTE = (
    "It counts the sessions that are open and that you have done. It is issued by your own course folder, with that "
    "folder's own key. It shows what you did, and that nobody has changed it since."
)
TODAY_COUNTS = "Today it would count {done} of the {sessions} that are open, {minutes} as stated."
NONE_DONE = "None of the {sessions} that are open is done yet."
NOT_DONE = "Not done yet: {titles}."
CERTIFICATE_EMPTY = "As soon as you have done one session, you can have your certificate issued here."
CERTIFICATE_NAME = "The name on the certificate"
CERTIFICATE_NAME_NOTE = "Write it the way the people you show it to should read it. It is in the badge, too."
ISSUE = "Issue the certificate"
YOUR_CERTIFICATES = "Your certificates"
ISSUED_ON = "Issued on"
ISSUED_BY = "By"
NUMBER = "Number"
SESSIONS_DONE = "Sessions done"
SESSION = "Session"
STATED_MINUTES = "Stated minutes"
TOTAL = "Total"
OLDER = "You have done more since, or more is open. You can issue a new one above."
STANDARDS = "Published standards that these sessions serve (titles at /aids/standards):"
PRINT_CERTIFICATE = "Print this certificate"
SIGNED_BADGE = "Download the signed badge (.jwt)"
READABLE_BADGE = "Download a version to read (.json)"
BADGE_NOTE = (
    "The signed badge is an Open Badges 3.0 credential, for a wallet or a badge collection. None of it is sent "
    "anywhere. The version to read carries no signature."
)
PUBLIC_KEY = "The public key by which they can be checked"

ISSUER = "A course folder of “Distributed Leadership”, on its owner's own computer or server"
NARRATIVE = (
    "A session is done when each of its exercises has been carried out to its end: a role-play played to an end, all "
    "situations sorted, all statements answered. It does not matter how they came out. Reading is not checked."
)
PROVES_NOT = (
    "It does not prove who sat at the keyboard, how long it took, how well it was done, or what has changed at work "
    "since. No school, university or authority stands behind it."
)
CONFIRMED = (
    "{by}, who leads the cohort “{cohort}”, confirmed on {day} that the person called {name} there took part in it, "
    "and did {titles}."
)
CONFIRMATION = "Confirmation by {by}"
SIGNED_FOR = "It is signed with a key that the course server keeps for {by} alone."
ACHIEVEMENT = "{course}: {sessions} done"
DEFINED = (
    "Carrying out every exercise of {sessions} of the course “{course}” to its end: {titles}. The stated time is "
    "{minutes}; nobody measured it."
)
CERTIFIED_WHOLE = (
    "By {day}, {name} has done all {sessions} of the course “{course}”. The stated time for that is {minutes}; nobody "
    "measured it."
)
CERTIFIED = (
    "{name} has done {done} of the {sessions} that were open in the course “{course}” on {day}.{rest} The stated time "
    "for what was done is {minutes}; nobody measured it."
)
NOT_OPEN = " Of its {all} sessions, {closed} were not open yet."
LINE_OF_SESSION = "All exercises done. Stated time: {minutes}."
HOURS_TOO = "{minutes} ({hours})"
