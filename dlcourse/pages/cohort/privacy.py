"""What people are told about their privacy: before they join, on the page of their cohort, and in the notice."""

from typing import TypedDict

SEEN_TITLE = "What your facilitators can see of you"
SEEN = (
    "Your name, that you are in the cohort, and when you did something in the course last.",
    "Which sessions you have finished. They can confirm that by name, in a list and on your certificate.",
    "What you share with facilitators or with the whole cohort, and only that.",
    "In a live role-play, who is at your table, how much was said there, and what your group decided.",
    "What was said there only if they ask to see it, and then your group is told.",
)
NOT_SEEN_TITLE = "What nobody but you can see"
NOT_SEEN = (
    "Your log, your plans, your network and your self-checks, unless you share them.",
    "Drafts, and earlier versions of what you share.",
    "Whether and when you read something.",
    "What you write to a prompt that is put to the whole room.",
)
FIGURES = (
    "Figures about people, such as how sure a cohort feels or how it sorted the situations, are shown for five people "
    "or more, and change only when five more are in them. They never show one person, also not by subtracting."
)
STAYS = (
    "If you leave or erase your work, such a figure counts you as before until five people have changed. After you "
    "have erased your work, nothing in it leads back to you."
)
"""How figures about a cohort are kept from telling about one person."""


class NoticeSection(TypedDict):
    """A part of the privacy notice."""

    title: str
    lines: list[str]


NOTICE_TITLE = "Your privacy in this course"
NOTICE: tuple[NoticeSection, ...] = (
    {
        "title": "What is kept, and why",
        "lines": [
            "What you do and write in the course, so that you find it again and can go on where you were.",
            "In a cohort, your name, your role and when you joined, so that your facilitators know who takes part.",
            "Of codes and phrases, only a scrambled form that lets nobody in.",
            "A cookie keeps you signed in on this device. There are no other cookies.",
            "Nothing is sent to another site, and the address of your device is not stored.",
        ],
    },
    {"title": SEEN_TITLE, "lines": [*SEEN, FIGURES, STAYS]},
    {"title": NOT_SEEN_TITLE, "lines": list(NOT_SEEN)},
    {
        "title": "Who else could read it",
        "lines": [
            "Whoever runs the computer that keeps the course could open its files. Ask your facilitator who that is.",
            "Others in your cohort see your name.",
            "In the debrief of a live role-play, your table sees what you preferred before and after the talk.",
            "A question to the whole room is shown as counts, once it is closed and five people have answered.",
            "Your role in “About you” is used to seat people of one post at different tables. It is shown to nobody.",
            "They see what you wrote only if you share it with the cohort, or choose them as a reviewer.",
            "What you ask of somebody in your cohort, the two of you can read.",
            "Somebody whom you ask to watch a trial can read that trial.",
            "Names of colleagues that you enter in a plan or a network are visible to you alone.",
            "Before you enter the first one, you are asked to think of these people: use initials if they would mind.",
        ],
    },
    {
        "title": "How long",
        "lines": [
            "Until you erase it, or the cohort is erased.",
            "Backups that were made before still hold it until they are deleted.",
        ],
    },
    {
        "title": "Take it along, or erase it",
        "lines": [
            "On the page “Your work” you can download everything of yours as one file, and erase all of it.",
            "What is erased is gone for good. Nobody can bring it back but you, with your file.",
            "What a group did together stays, without your name and without your words.",
            "If you leave a cohort, or are removed, nobody there can see anything of yours any more.",
            "Download your work before you leave.",
        ],
    },
)
"""The notice, section by section. Whoever runs the course can hand it out as it is."""
