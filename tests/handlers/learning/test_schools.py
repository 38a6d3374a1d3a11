"""Simulated schools through the course: nothing before a prediction, each run once, and everything one's own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TypeVar

import pytest

from dlcourse.domain.inquiry.messages import InquiryPart, InquiryPartView
from dlcourse.domain.learning.choices import AT_FIRST, SchoolChoices
from dlcourse.domain.learning.messages import (
    OwnPlace,
    OwnPlaceView,
    SchoolFilm,
    SchoolFilmView,
    SchoolRegions,
    SchoolRegionsView,
    SchoolRuns,
    SchoolRunsView,
    Schools,
    SchoolsView,
    SetOwnPlace,
    TrySchool,
)
from dlcourse.domain.learning.place import PlaceSettings
from dlcourse.domain.network.messages import AddColleagues, DrawTies
from dlcourse.domain.selfcheck.readiness import Rate
from dlcourse.domain.speech import Query, View
from dlcourse.errors import CourseError
from dlcourse.handlers.learning import place, run_cache
from dlcourse.handlers.learning.run_cache import RunCache
from dlcourse.handlers.slow_pool import SlowPool
from tests.person import Person

V = TypeVar("V", bound=View)
ALL = SchoolChoices(openness="open", learns_from="everybody", authority="expertise", coherence="shared")
TITLE = SchoolChoices(openness="open", coherence="apart", leaders_know="most")


def seen(person: Person, query: Query, kind: type[V]) -> V:
    """What the person sees."""
    view = person.course.see(query)
    assert isinstance(view, kind)
    return view


@pytest.mark.parametrize("query", [SchoolRuns(school=TITLE), SchoolRegions(school=TITLE), SchoolFilm(school=TITLE)])
def test_nothing_is_shown_before_the_prediction(ann: Person, ben: Person, query: Query) -> None:
    """What comes of a school is shown only to whoever has predicted it."""
    ann.do(TrySchool, **TITLE.model_dump(), expects="more")
    ann.course.see(query)
    with pytest.raises(CourseError, match="Predict first"):
        ben.course.see(query)
    assert seen(ben, Schools(), SchoolsView).tried == ()


def test_single_decisions_add_up_together(ann: Person) -> None:
    """With open doors, expertise and shared aims a school takes much more as given, and each of the four matters."""
    ann.do(TrySchool, **ALL.model_dump(), expects="less")
    runs = seen(ann, SchoolRuns(school=ALL), SchoolRunsView)
    assert (runs.came, runs.first_end.shared < 0.6, runs.end.shared > 0.9) == ("more", True, True)
    lost = {(change.choice, change.level) for change in runs.changes if change.sure and change.by < -0.1}
    assert lost >= {("openness", "closed"), ("authority", "title"), ("coherence", "partly"), ("coherence", "apart")}
    assert [change.by for change in runs.changes] == sorted((change.by for change in runs.changes), reverse=True)
    assert "97 points" in runs.curves.says


def test_there_are_places_where_distribution_does_not_win(ann: Person) -> None:
    """Where aims are apart and leaders know most, expertise instead of the title is a loss, and the map says so."""
    ann.do(TrySchool, **TITLE.model_dump(), expects="same")
    runs = seen(ann, SchoolRuns(school=TITLE), SchoolRunsView)
    (expertise,) = [change for change in runs.changes if change.level == "expertise"]
    assert expertise.sure
    assert expertise.by < -0.3
    regions = seen(ann, SchoolRegions(school=TITLE), SchoolRegionsView)
    assert regions.title + regions.expertise + regions.unsure == len(regions.chart.rows) == 25
    assert regions.title > 5
    assert regions.expertise > 5
    ahead = {(row[0], row[1]): row[2] for row in regions.chart.rows}
    assert (ahead["90%", "20%"], ahead["0%", "100%"]) == ("The title", "What works")


def test_one_run_as_a_film(ann: Person) -> None:
    """The film shows everybody's beliefs with their departments, and how far aims are shared."""
    ann.do(TrySchool, **TITLE.model_dump(), expects="same")
    film = seen(ann, SchoolFilm(school=TITLE), SchoolFilmView)
    assert (len(film.frames), len(film.frames[0].people), film.common, film.leaders) == (41, 20, 4, 3)
    assert set(film.departments) == {0, 1, 2, 3}


def test_the_same_school_runs_once_for_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings that have run are remembered, whoever asks; the oldest are forgotten first."""
    ran = list[PlaceSettings]()
    monkeypatch.setattr(run_cache, "_run", ran.append)
    cache, three = RunCache(most=2), [AT_FIRST.settings, ALL.settings, TITLE.settings]
    for settings in (three[0], three[1], three[0], three[0]):
        cache.curves(settings)
    assert ran == three[:2]
    assert cache.has(three[:2])
    cache.curves(three[2])
    assert not cache.has([three[1]])
    assert cache.has([three[0], three[2]])


def test_whoever_waits_for_the_same_school_is_told_why_it_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    """If the runs of a school fail, all who wait for them get the same error, and whoever asks next has it run."""
    begun, failing = Event(), Event()

    def fails(_: PlaceSettings) -> None:
        begun.set()
        failing.wait(10)
        raise CourseError("course", "it took too long", "Try again.")

    monkeypatch.setattr(run_cache, "_run", fails)
    cache = RunCache()
    with ThreadPoolExecutor(2) as asking:
        first = asking.submit(cache.curves, AT_FIRST.settings)
        assert begun.wait(10)
        other, mine = cache._coming(AT_FIRST.settings)
        failing.set()
        for each in (first, other):
            with pytest.raises(CourseError, match="too long"):
                each.result()
    assert (mine, cache.has([AT_FIRST.settings])) == (False, False)
    assert cache._coming(AT_FIRST.settings)[1]


def test_a_place_is_saved_although_many_are_asking(ann: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """If too much is computed already, one's place is saved without its curve, which comes when one looks again."""
    with monkeypatch.context() as patch:
        patch.setattr(place, "CACHE", RunCache())
        patch.setattr(place, "POOL", SlowPool(waiting=0))
        ann.do(SetOwnPlace, **AT_FIRST.model_dump())
    assert seen(ann, OwnPlace(), OwnPlaceView).result


def test_a_place_like_one_s_own(ann: Person, ben: Person) -> None:
    """A place has its curve and one's own figures beside it, and what moves it most stands in the problem."""
    empty = seen(ann, OwnPlace(), OwnPlaceView)
    assert (empty.school, empty.result, empty.figures) == (None, None, ())
    ann.do(Rate, check="readiness", statement="looked-in", level=2, round=1)
    ann.do(Rate, check="readiness", statement="by-expertise", level=0, round=1)
    ann.do(AddColleagues, names=("Ana", "Ben", "Cem"))
    ann.do(DrawTies, who="Ana", to=("Ben", "Cem"))
    ann.do(SetOwnPlace, **AT_FIRST.model_dump())
    view = seen(ann, OwnPlace(), OwnPlaceView)
    watched, ties = view.figures
    assert (watched.choice, ties.choice) == ("openness", "learns_from")
    assert watched.says.endswith("You said: Once or twice.")
    assert ties.says.startswith("In your network of 3 people, 2 times somebody turns to somebody else. In 0% of these")
    assert view.result
    assert view.result.changes[0].level == "open"
    part = seen(ann, InquiryPart(part="09-many-decisions-one-result"), InquiryPartView)
    assert part.suggested["curve"].startswith("In the model of my place, one change alone would do most: Open doors (+")
    assert seen(ben, OwnPlace(), OwnPlaceView).school is None
