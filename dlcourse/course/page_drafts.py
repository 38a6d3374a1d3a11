"""The drafts of one page's forms: stored, deleted, and shown again when they change. Both hosts of a page use this.

No page has to know about drafts: a page only names the slots of its forms.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from dlcourse.domain.drafts import Drafts, DraftsView, DropDraft, KeepDraft
from dlcourse.domain.speech import TAG, Command, Course, decode
from dlcourse.errors import CourseError
from dlcourse.pages.words import DRAFT_WORDS

KEEPING = {KeepDraft.__name__, DropDraft.__name__}


class PageDrafts:
    """What a person wrote into a page's forms and has not sent yet. Call it from one thread at a time."""

    def __init__(self, course: Course, slots: tuple[str, ...], later: Callable[[], None]) -> None:
        """``slots`` are prefixes of slots, empty for a page without forms. ``later`` is called when drafts change."""
        self._course, self._slots, self._later = course, slots, later
        self._view: DraftsView | None = None
        self._end: Callable[[], None] = _nothing
        self._sending = ""

    def start(self) -> None:
        """Load the drafts, and watch for changes from now on."""
        self.stop()
        with suppress(CourseError):  # observers have no drafts, and the page works without
            self.look_again()
            if self._view is not None:
                self._end = self._course.watch(self._view.topic, self._later)

    def stop(self) -> None:
        """Stop watching."""
        self._end()
        self._end = _nothing

    def handles(self, raw: Mapping[str, Any]) -> bool:
        """Whether a message from the browser stores or deletes a draft."""
        return bool(self._slots) and str(raw.get(TAG)) in KEEPING

    def keep(self, raw: Mapping[str, Any]) -> None:
        """Store or delete a draft as the message says. Raises a `CourseError` if that is not possible."""
        self._course.do(decode(Command, raw))

    def look_again(self) -> None:
        """Load the drafts again."""
        if not self._slots:
            return
        view = self._course.see(Drafts(slots=self._slots))
        assert isinstance(view, DraftsView)
        self._view = view

    def sending(self, command: object) -> None:
        """The command with this id is being carried out. Its draft is not shown meanwhile."""
        self._sending = str(command)

    def sent(self, *, taken: bool) -> None:
        """The command is done.

        If it was carried out, its draft no longer exists; if it was refused, the draft is shown again.
        """
        if taken and self._view is not None:
            left = tuple(card for card in self._view.drafts if card.draft != self._sending)
            self._view = self._view.model_copy(update={"drafts": left})
        self._sending = ""

    def beside(self, props: Mapping[str, object]) -> Mapping[str, object]:
        """The page's props together with its drafts and the texts for forms that store drafts."""
        if self._view is None:
            return props
        shown = [card.model_dump() for card in self._view.drafts if card.draft != self._sending]
        return {**props, "who": self._view.who, "drafts": shown, "draft_words": DRAFT_WORDS}


def _nothing() -> None:
    """Do nothing, because nothing is watched."""
