"""The words of the page of ground rules."""

from collections.abc import Mapping

from dlcourse.domain.ground_rules.messages import RuleStatus
from dlcourse.domain.ground_rules.views import SaidKind
from dlcourse.pages.registers.history import HistoryWords

TITLE = "Ground rules"
DOCUMENT_TITLE = "Our aim and our ground rules"
ALONE = "You keep these rules alone, and only you can read them. Take them to the people you work with."
TOGETHER = "Everyone in your cohort reads and writes these rules, with their name. Nothing is deleted."
AIM, NO_AIM = "The aim", "There is no aim yet. Begin with it: without one, nobody can say whether a rule helps."
AIM_ASK = "What do all of you want for your students? One sentence."
AIM_HINT = "For example: Every seventh grader can explain an idea in a full page."
NOTICE_ASK = "How would you notice it?"
NOTICE_HINT = "For example: In science, more of them write a second paragraph."
AIM_LABELS = {"aim": "Aim", "notice": "We would notice"}
WRITE_AIM, CHANGE_AIM = "Write the aim", "Change the aim"
RULES = "The rules"
NO_RULES = "There is no rule yet. Propose the first one below."
RULES_LATER = "Write the aim first. Then you can propose rules for it."
PROPOSE = "Propose a rule"
RULE_ASK = "What will you do differently, and when?"
RULE_HINT = "For example: On Fridays we read two students' paragraphs before we talk about anything else."
CHANGE_ASK = "What would make you change this rule?"
CHANGE_HINT = "For example: If after six weeks nobody has learned anything from a paragraph."
RULE_LABELS = {"rule": "Rule", "change": "We would change it"}
CHANGE_RULE = "Change the words of this rule"
SAVE, SAVE_CHANGES, SAVE_CHOSEN = "Save", "Save changes", "Save this text as the newest"
STATUS: Mapping[RuleStatus, str] = {"provisional": "Provisional", "adopted": "Adopted", "dropped": "Dropped"}
OVERDUE = "Review is due"
UNTIL = "until the review on {day}"
PROVISIONAL_NOTE = "It is being tried out and discussed. It is not adopted yet."
BY = "Written by {people}."
SAID: Mapping[SaidKind, str] = {
    "consent": "consents",
    "dissent": "dissents",
    "said": "says",
    "adopted": "adopted it",
    "reviewed": "reviewed it and kept it",
    "dropped": "dropped it",
}
SAID_ALONE: Mapping[SaidKind, str] = {
    "consent": "You consent",
    "dissent": "You dissent",
    "said": "You say",
    "adopted": "You adopted it",
    "reviewed": "You reviewed it and kept it",
    "dropped": "You dropped it",
}
EARLIER_WORDS = "(about other words of the rule)"
GONE = "[The words of this rule were erased with their author.]"
TALK = "What was said"
WAYS = "What do you want to do with this rule?"
WORDS_ASK = "In a sentence"
REASON_ASK = "What would have to be different?"
SEEN_ASK = "What have you seen since it was adopted?"
DROP_ASK = "Why do you drop it?"
REVIEW_ASK, NEXT_ASK = "When will you look at it again?", "When will you look at it next?"
DO_IT = "Do it"
CONSENT = "Consent", "I can work with it until the review, even if I would have written it differently."
DISSENT = "Dissent", "It would harm something that we want. A reason is needed, and it is open to all."
DISCUSS = "Say something", "A question or a thought, neither for nor against it."
ADOPT = "Adopt it", "It counts from now on, until the day of review."
REVIEW = "Review and keep it", "Say what you saw, and set the next day."
DROP = "Drop it", "It stays in the record with your reason."
PAPER = "The page for your staff meeting"
HISTORY = HistoryWords(
    note="You can look at the rules as they were after each of these steps.",
    look="See the rules as they were then",
    was="These are the rules as they were after step {step} of {steps}.",
    back="Back to the rules as they are now",
    steps={
        "AimWritten": "The aim was written",
        "RuleProposed": "A rule was proposed",
        "RuleEdited": "The words of a rule were changed",
        "TextSetAside": "One of two texts was chosen",
        "RuleDiscussed": "Something was said about a rule",
        "RuleAnswered": "Somebody consented or dissented",
        "RuleAdopted": "A rule was adopted",
        "RuleReviewed": "A rule was reviewed and kept",
        "RuleDropped": "A rule was dropped",
    },
)
REVIEW_TITLE = "Ground rules: review"
REVIEW_ABOUT = (
    "Rule: {rule}\nWe would change it: {change}\nWhat have you seen since it was adopted? Keep, change or drop it."
)
UNTIL_BETTER, CAPTION, NONE_YET = "What we do, until we know better", "Rules and reviews", "No rule yet"
TRACED, WROTE, YOU = "Ground rule", "wrote it", "You"
AGENDA = "In a staff meeting of 45 minutes"
AGENDA_CAPTION = "Minute by minute"
AGENDA_LINES = (
    ("0-10", "Each of you writes the aim in one sentence, alone. Then read all of them aloud."),
    ("10-20", "For each rule whose review is due: what have you seen? Keep, change or drop it."),
    ("20-40", "For each provisional rule: who cannot work with it, and what would have to be different?"),
    ("40-45", "Set a day of review for each rule that you adopt. Say who brings this page."),
)
ROOM_AIM = "Write it alone first, on paper. Then read all sentences aloud, and let one of you enter the first version."
ROOM_TWO_TEXTS = "Two texts were written at the same time. Both are kept. Decide which one counts."
ROOM_CONSENT, ROOM_DISSENT, ROOM_SILENT = "consent", "dissent", "no answer yet"
ROOM_REASONS = "What would have to be different"
ROOM_WHOLE = "Our rules so far"
