"""What comes of a school: its curves beside those of the school at first, and what each change alone would do."""

from dlcourse.charts.learning.changes import changes_chart
from dlcourse.charts.learning.curves import curves_chart
from dlcourse.charts.learning.regions import regions_chart
from dlcourse.domain.chart import Chart
from dlcourse.domain.learning.choices import AT_FIRST, SchoolChoices, settings
from dlcourse.domain.learning.messages import KnownAtEnd, SchoolChange, SchoolRegionsView, SchoolRunsView
from dlcourse.domain.learning.place import PlaceSettings
from dlcourse.domain.learning.schools import apart, came_of
from dlcourse.handlers.learning.run_cache import CACHE, RUNS
from dlcourse.pages.learning import words

GRID = (0.2, 0.4, 0.6, 0.8, 1.0)
"""On which share of the questions all want the same, in the columns of the map."""
KNOWN = (0.0, 0.25, 0.5, 0.75, 0.9)
"""Which share of the answers the leaders know, in its rows."""


def needed(school: SchoolChoices) -> list[PlaceSettings]:
    """The settings of everything that has to run for the results of a school."""
    return [each.settings for each in (school, AT_FIRST, *(other for *_, other in school.neighbors()))]


def school_runs(school: SchoolChoices) -> SchoolRunsView:
    """What comes of a school, with its charts: its curves stand beside those of the school at first."""
    found, first = CACHE.curves(school.settings), CACHE.curves(AT_FIRST.settings)
    return _runs(school, curves_chart({words.YOURS: found, words.FIRST: first}, RUNS))


def place_runs(school: SchoolChoices) -> SchoolRunsView:
    """What comes of a school that is like somebody's place, with its charts."""
    return _runs(school, curves_chart({words.PLACE: CACHE.curves(school.settings)}, RUNS))


def _runs(school: SchoolChoices, curves: Chart) -> SchoolRunsView:
    found, first = CACHE.curves(school.settings), CACHE.curves(AT_FIRST.settings)
    changes = _changes(school, found.end)
    return SchoolRunsView(
        school=school,
        runs=RUNS,
        end=found.end,
        first_end=first.end,
        came=came_of(found.end, first.end),
        changes=changes,
        curves=curves,
        changes_chart=changes_chart(changes),
    )


def _changes(school: SchoolChoices, end: KnownAtEnd) -> tuple[SchoolChange, ...]:
    found = list[SchoolChange]()
    for choice, level, near in school.neighbors():
        other = CACHE.curves(near.settings).end
        by, error = other.shared - end.shared, apart(other, end)
        found.append(SchoolChange(choice=choice, level=level, by=by, error=error))
    return tuple(sorted(found, key=lambda change: -change.by))


def mapped(school: SchoolChoices) -> list[PlaceSettings]:
    """The settings of all schools on the map, for a title and for what people know."""
    return [each for known in KNOWN for aims in GRID for each in _pair(school, aims, known)]


def school_regions(school: SchoolChoices) -> SchoolRegionsView:
    """For which aims and which leaders a title does better, with everything else as at this school."""
    cells = {(aims, known): _title_ahead(school, aims, known) for known in KNOWN for aims in GRID}
    title = sum(change.sure and change.by > 0 for change in cells.values())
    expertise = sum(change.sure and change.by < 0 for change in cells.values())
    return SchoolRegionsView(
        school=school,
        title=title,
        expertise=expertise,
        unsure=len(cells) - title - expertise,
        chart=regions_chart(cells),
    )


def _title_ahead(school: SchoolChoices, aims: float, known: float) -> SchoolChange:
    title, expertise = (CACHE.curves(each).end for each in _pair(school, aims, known))
    return SchoolChange(
        choice="authority", level="title", by=title.shared - expertise.shared, error=apart(title, expertise)
    )


def _pair(school: SchoolChoices, aims: float, known: float) -> tuple[PlaceSettings, PlaceSettings]:
    title, expertise = (school.model_copy(update={"authority": each}) for each in ("title", "expertise"))
    return settings(title, aims, known), settings(expertise, aims, known)
