"""What each change of one choice alone would do to a school, with its band."""

from dlcourse.charts.specifications import filled
from dlcourse.domain.chart import Chart, Row
from dlcourse.domain.learning.messages import SchoolChange
from dlcourse.pages.learning import words
from dlcourse.pages.learning.change_words import band, called, changes_say, signed


def changes_chart(changes: tuple[SchoolChange, ...]) -> Chart:
    """A point with its band for each change, the greatest gain first."""
    return Chart(
        title=words.CHANGES,
        says=changes_say(changes),
        description=words.CHANGES_DRAWN,
        spec=filled("learning.changes", [_row(change) for change in changes]),
        columns=words.CHANGES_COLUMNS,
        rows=tuple(
            (called(change), words.PRINCIPLES[change.choice], signed(change.by), band(change.by, change.error))
            for change in changes
        ),
    )


def _row(change: SchoolChange) -> Row:
    return {
        "change": called(change),
        "by": round(100 * change.by, 2),
        "low": round(100 * (change.by - 2 * change.error), 2),
        "high": round(100 * (change.by + 2 * change.error), 2),
        "kind": words.UNSURE if not change.sure else words.GAIN if change.by > 0 else words.LOSS,
    }
