"""The days of promises that are still open, for a calendar file."""

from collections.abc import Iterator

from dlcourse.domain.dates import CalendarDate
from dlcourse.domain.reflection.log_views import words_of
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.dates import calendar_source
from dlcourse.handlers.reflection.entries import log_at
from dlcourse.pages.reflection.words import calendar_words


@calendar_source("promise")
def find_promise_dates(context: ReadContext) -> Iterator[CalendarDate]:
    _, log = log_at(context.transaction, context.person)
    due = {one: promise for one, promise in log.promises.items() if promise.open and promise.by}
    texts = context.transaction.texts(words_of((), due.values()))
    for one, promise in due.items():
        assert promise.by
        if promise.words in texts:
            title, about = calendar_words(texts[promise.words])
            yield CalendarDate(id=f"promise-{one}", on=promise.by, title=title, about=about, at=promise.at)
