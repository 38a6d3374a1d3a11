"""The fields of the studio's form, part by part: what each is called, and what to write there.

They are the fields of a scenario file, in the order of the form. The tests compare them with the schema and the guide.
"""

from typing import Literal, NamedTuple

FieldKind = Literal[
    "line",
    "text",
    "id",
    "number",
    "truth",
    "one",
    "some",
    "lines",
    "weights",
    "said",
    "ways",
    "parts",
    "tests",
    "group",
]
"""How a field is filled in.

``one`` and ``some`` are names that the file has elsewhere; ``weights``, ``said`` and ``ways`` have a field for each
option or role; ``parts`` is a list of parts with fields of their own; ``tests`` are comparisons with indicators.
"""


class StudioField(NamedTuple):
    """A field: how it is filled in, its label, a hint, and which names it takes or which part its items are."""

    kind: FieldKind
    label: str
    hint: str = ""
    of: str = ""


F = StudioField
FIELDS: dict[str, dict[str, StudioField]] = {
    "scenario": {
        "title": F("line", "Title"),
        "summary": F("line", "Summary", "One sentence for the list."),
        "minutes": F("number", "Minutes", "How long it takes in all."),
        "principles": F("some", "Principles", "Which principles of the course it is about.", "principle"),
        "source": F("line", "Source", "Where the case comes from, or 'original'."),
        "setting": F("text", "Setting", "What everybody knows at the start."),
        "id": F("id", "Id", "Its name in the course: lower-case words joined by hyphens."),
        "roles": F("parts", "People", "Everybody at the table. Exactly one of them decides.", "role"),
        "options": F("parts", "Options", "What a meeting can decide. A story without a meeting needs none.", "option"),
        "profile": F(
            "one", "Kind of profile", "Whether people have to share what they know to see the best option.", "profile"
        ),
        "best": F(
            "one", "Best option", "The option to which all facts together point. The debrief shows it.", "option"
        ),
        "decoy": F(
            "one", "Decoy", "The option that everybody leans toward at first, from what all of them know.", "option"
        ),
        "facts": F(
            "parts",
            "Facts",
            "What people can tell in a meeting, and who knows it. A story without one needs none.",
            "fact",
        ),
        "indicators": F(
            "parts", "Indicators", "Numbers that choices change, such as trust. You need none.", "indicator"
        ),
        "start": F("one", "First scene", "Where the play begins.", "scene"),
        "scenes": F("parts", "Scenes", "Meetings, crossroads and ends.", "scene"),
        "debrief": F("parts", "Debrief questions", "What to talk about at the end.", "debrief question"),
    },
    "indicator": {
        "name": F("line", "Name"),
        "start": F("number", "Start"),
        "min": F("number", "Smallest"),
        "max": F("number", "Largest"),
        "id": F("id", "Id"),
    },
    "role": {
        "name": F("line", "Name", "The person's name, a comma, and what he or she does."),
        "about": F("text", "About", "Two sentences that everybody at the table reads."),
        "decides": F("truth", "Decides", "Exactly one person decides."),
        "portrait": F("id", "Portrait", "The id of a figure of the course; without it one is assigned."),
        "voice": F("group", "How this person speaks", "", "voice"),
        "id": F("id", "Id"),
    },
    "voice": {
        "answers": F("lines", "Before a fact", "Sentences in the first person, each on a line."),
        "hesitates": F("lines", "Instead of a fact", "Each on a line."),
        "credited": F("lines", "When others give credit", "Each on a line."),
        "passed_over": F("lines", "When nobody has asked", "Each on a line."),
    },
    "option": {"name": F("line", "Name", "As it is read on the page."), "id": F("id", "Id")},
    "fact": {
        "text": F("text", "The fact", "What is said when it comes to the table."),
        "held_by": F("some", "Who knows it", "All of them: everybody knows it from the start.", "role"),
        "weighs": F("weights", "How far it speaks for", "Below zero: against it. Players do not see it.", "option"),
        "explains": F("truth", "It explains the change", "It says what happened when the change began."),
        "said": F("text", "In the holder's own words", "The fact in the first person: 'I saw …'"),
        "touches": F("said", "Reactions", "What somebody says on hearing it, in the first person.", "role"),
        "id": F("id", "Id"),
    },
    "scene": {
        "kind": F("one", "Kind", "", "kind"),
        "title": F("line", "Title"),
        "text": F("text", "Text", "What the player reads."),
        "id": F("id", "Id"),
    },
    "panel": {
        "minutes": F("number", "Minutes of talk", "Asking, sharing a fact or saying a preference takes one."),
        "leads_to": F("ways", "Where each decision leads", "", "option"),
    },
    "choice scene": {
        "by": F("one", "Whose choice it is", "Else that of the person who decides.", "role"),
        "choices": F("parts", "Choices", "The ways on.", "choice"),
    },
    "choice": {
        "text": F("text", "What the player can do"),
        "feedback": F("text", "Feedback", "What it gives and what it costs. Players read it after they have chosen."),
        "leads_to": F("one", "Leads to", "", "scene"),
        "principles": F("some", "Principles", "Which principles this choice is about.", "principle"),
        "effects": F("weights", "How it changes indicators", "", "indicator"),
        "reveals": F("some", "Facts that it brings out", "", "fact"),
        "when": F("group", "When it is open", "", "condition"),
        "id": F("id", "Id"),
    },
    "condition": {
        "heard": F("some", "These facts have been heard", "", "fact"),
        "not_heard": F("some", "These facts have not been heard", "", "fact"),
        "chose": F("some", "This was chosen", "", "way"),
        "not_chose": F("some", "This was not chosen", "", "way"),
        "an indicator's id": F("tests", "Comparisons", "Such as >= 2. Leave it empty for none.", "indicator"),
    },
    "debrief question": {
        "ask": F("text", "Question"),
        "principles": F("some", "Principles", "", "principle"),
    },
}
"""The form's fields by part, as the guide's table names the parts."""
