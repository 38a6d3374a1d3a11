"""The drafts of one page's forms, for whichever host shows it: kept, put away, and shown again when they change.

No page has to know of them: a page only names the slots of its forms.
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
    """What a person wrote into a page's forms and did not send. Call it from one thread at a time."""

    def __init__(self, course: Course, slots: tuple[str, ...], later: Callable[[], None]) -> None:
        """``slots`` are beginnings of the slots, none for a page without; ``later`` is called when drafts change."""
        self._course, self._slots, self._later = course, slots, later
        self._view: DraftsView | None = None
        self._end: Callable[[], None] = _nothing
        self._sending = ""

    def start(self) -> None:
        """Look, and be told of changes from now on."""
        self.stop()
        with suppress(CourseError):  # whoever only looks on has no drafts, and the page does without
            self.look_again()
            if self._view is not None:
                self._end = self._course.watch(self._view.topic, self._later)

    def stop(self) -> None:
        """End the watching."""
        self._end()
        self._end = _nothing

    def handles(self, raw: Mapping[str, Any]) -> bool:
        """Whether a message from the browser keeps a draft or puts one away."""
        return bool(self._slots) and str(raw.get(TAG)) in KEEPING

    def keep(self, raw: Mapping[str, Any]) -> None:
        """Do as such a message says; `CourseError` where that is not possible."""
        self._course.do(decode(Command, raw))

    def look_again(self) -> None:
        """Look what there is now."""
        if not self._slots:
            return
        view = self._course.see(Drafts(slots=self._slots))
        assert isinstance(view, DraftsView)
        self._view = view

    def sending(self, command: object) -> None:
        """A command of this id is being carried out: its draft is not shown meanwhile."""
        self._sending = str(command)

    def sent(self, *, taken: bool) -> None:
        """It was carried out, and its draft is no draft any more; or it was refused, and is shown again."""
        if taken and self._view is not None:
            left = tuple(card for card in self._view.drafts if card.draft != self._sending)
            self._view = self._view.model_copy(update={"drafts": left})
        self._sending = ""

    def beside(self, props: Mapping[str, object]) -> Mapping[str, object]:
        """The page's props with its drafts, and the words of forms that keep them."""
        if self._view is None:
            return props
        shown = [card.model_dump() for card in self._view.drafts if card.draft != self._sending]
        return {**props, "who": self._view.who, "drafts": shown, "draft_words": DRAFT_WORDS}


def _nothing() -> None:
    """Was not watched."""
