"""What people are asked once before they write down other people's names and levels."""

from typing import TypedDict

TITLE = "Before you write down other people"
AGREE = "I have thought about it. I use names, initials or made-up names that these people would accept."


class ConsentProps(TypedDict):
    """A question with a checkbox. What it guards opens when the box is ticked."""

    title: str
    text: str
    agree: str


def consent(text: str) -> ConsentProps:
    """The question; ``text`` says what the person is about to write down, who sees it, and how it is deleted."""
    return {"title": TITLE, "text": text, "agree": AGREE}
