"""An author at the studio's page, without a browser: sends what the form sends, and reads what it shows."""

from pathlib import Path
from typing import Any

from dlcourse.course.open_home import local_course
from dlcourse.pages.program import Program
from dlcourse.pages.roleplay.studio.page import PAGE
from dlcourse.store import Store


class Studio:
    """A studio that is open, and what it shows."""

    def __init__(self, store: Store, home: Path) -> None:
        self.shown: dict[str, Any] = {}
        self._later: list[Any] = []
        course = local_course(store, store.person, home)
        self.program = Program(PAGE, course, self._show, self._later.append)
        self.program.start({})
        self._said = 0

    def _show(self, props: Any) -> None:
        self.shown = dict(props)

    def say(self, kind: str, **parts: Any) -> None:
        """Send a message, and let the page hear of what it changed."""
        self._said += 1
        self.program.receive({"say": kind, "id": f"message-{id(self)}-{self._said}", **parts})
        while self._later:
            self._later.pop()()

    @property
    def editor(self) -> dict[str, Any]:
        """The file that is open."""
        assert self.shown["editor"], self.shown["notice"]
        found: dict[str, Any] = self.shown["editor"]
        return found

    def change(self, **edit: Any) -> None:
        """Change the text as the form does."""
        self.say("ChangeText", edits=[edit])

    def places(self) -> list[str]:
        """The keys of all cards and lists of the form."""
        found = cards(self.editor["form"])
        return [card["key"] for card in found] + [listed["key"] for card in found for listed in card["lists"]]

    def fields(self) -> dict[str, dict[str, Any]]:
        """All fields of the form by key."""
        return {
            field["key"]: field for card in cards(self.editor["form"]) for field in (*card["fields"], *card["more"])
        }


def cards(card: dict[str, Any]) -> list[dict[str, Any]]:
    """A card and all cards in it."""
    inner = [each for listed in card["lists"] for one in listed["cards"] for each in cards(one)]
    return [card, *inner]


def begin(studio: Studio) -> None:
    """Begin a hidden profile."""
    studio.say(
        "BeginProfile",
        title="The lunch line",
        best="Recess first",
        decoy="A second counter",
        others="Do nothing",
        people="Ruth Amsel, principal\nTeo Marsh, cook\nInes Kovac, aide",
        own="2",
        shared="4",
    )
