"""Teams and plans of one's own: kept whole or not at all, searched for, stopped, cut off, compared, removed."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import pytest
from sqlalchemy import event

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.content.tables import MOST_BYTES
from dlcourse.course.local import LocalCourse
from dlcourse.domain.download import DownloadView
from dlcourse.domain.matching.plan import Wishes
from dlcourse.domain.matching.plan_messages import (
    MOST_SEARCHES,
    PLAN,
    BeginPlan,
    BringTeam,
    CheckTeam,
    DropPlan,
    DropTeam,
    NamePlan,
    PlanOf,
    Plans,
    StopPlan,
    Take,
    TakeSample,
    TeamCheckView,
    TeamOf,
)
from dlcourse.domain.matching.plan_views import PlansView, PlanView, SearchProgress, TeamView
from dlcourse.domain.matching.team import Team
from dlcourse.domain.matching.violations import Violation
from dlcourse.domain.portfolio.messages import Portfolio
from dlcourse.domain.speech import Query, View, decode, encode
from dlcourse.domain.words import MOST_LETTERS
from dlcourse.errors import CourseError
from dlcourse.handlers.matching import plan_records
from dlcourse.pages.matching.plan.result import result
from dlcourse.pages.matching.plan.words import WITHOUT_NAME
from dlcourse.store import Store, WriteTransaction
from tests.engines.matching.random_teams import team_of
from tests.handlers.matching.teams import BROKEN, GOOD, sent, written
from tests.person import Person
from tests.serving import until

V = TypeVar("V", bound=View)
LARGE = written(team_of(120, 40, 12))
"""A team that takes longer than anybody waits."""


def see(person: Person, query: Query, kind: type[V]) -> V:
    """What a query shows, of this kind."""
    view = person.course.see(query)
    assert isinstance(view, kind)
    return view


def bring(person: Person, brought: dict[str, str] = GOOD) -> str:
    """Bring a team; return its id."""
    team = uuid4().hex
    person.do(BringTeam, team=team, name="Our team", files=sent(brought))
    return team


def begin(person: Person, team: str, **parts: object) -> str:
    """Begin a plan; return its id."""
    plan = uuid4().hex
    person.do(BeginPlan, plan=plan, team=team, name="Plan 1", **parts)
    return plan


def ended(person: Person, plan: str) -> PlanView:
    """Wait until the search has ended; return what is shown of it."""
    until(lambda: see(person, PlanOf(plan=plan), PlanView).mark.standing != "running" or None, 60)
    return see(person, PlanOf(plan=plan), PlanView)


def test_a_team_is_brought(ann: Person) -> None:
    """A team in two CSV files is there as it was written, in the list and by itself."""
    team = bring(ann)
    (mark,) = see(ann, Plans(), PlansView).teams
    assert (mark.team, mark.name, mark.people, mark.work, mark.skills) == (team, "Our team", 2, 1, 2)
    members = see(ann, TeamOf(team=team), TeamView).team
    assert [person.name for person in members.people] == ["Ana Zwölf", "Ben Quark"]


def test_every_problem_is_told_and_nothing_is_kept(ann: Person) -> None:
    """A file with errors is refused whole; each error has its place and a remedy."""
    told = see(ann, CheckTeam.model_validate({"files": sent(BROKEN)}), TeamCheckView).problems
    assert [(each.file, each.line, each.column) for each in told] == [
        ("people.csv", 2, "hours"),
        ("people.csv", 3, "Maps"),
        ("people.csv", 3, "name"),
        ("work.csv", 2, "most"),
    ]
    assert all(each.remedy for each in told)
    with pytest.raises(CourseError, match="and 3 more to fix"):
        bring(ann, BROKEN)
    assert see(ann, Plans(), PlansView).teams == ()


@pytest.mark.parametrize(
    "brought",
    [
        {"people.csv": "x" * (MOST_BYTES + 1), "work.csv": GOOD["work.csv"]},
        {"team.xlsx": "no workbook"},
        {"people.csv": ""},
        {"people.csv": "\0", "work.csv": "\0"},
        {"../../etc/passwd": "x"},
    ],
)
def test_what_is_no_team_is_refused(ann: Person, brought: dict[str, str]) -> None:
    """A file that is too large, none, or something else is told as a problem and kept nowhere."""
    assert see(ann, CheckTeam.model_validate({"files": sent(brought)}), TeamCheckView).problems
    with pytest.raises(CourseError):
        bring(ann, brought)
    assert see(ann, Plans(), PlansView).teams == ()


def test_a_plan_is_made_and_kept(ann: Person, store: Store, own: Path) -> None:
    """The best plan comes with reasons, figures and a chart, and is there for whoever opens the store again."""
    plan = begin(ann, bring(ann))
    view = ended(ann, plan)
    assert view.made
    assert view.made.outcome.proven
    assert view.shown
    assert view.shown.load.rows[0][0] in {"Ana Zwölf", "Ben Quark"}
    assert set(view.shown.compared) == {"by_title", "random", "heroes_first"}
    again = Person(LocalCourse(store, "ann", Library(files.data(), [own])))
    assert see(again, PlanOf(plan=plan), PlanView) == view
    assert decode(View, encode(view)) == view


def test_wishes_cost_what_they_cost(ann: Person) -> None:
    """A wish is kept in the plan, and its cost is set beside the plan without wishes, which need not be made again."""
    team = bring(ann)
    free = ended(ann, begin(ann, team))
    wished = ended(ann, begin(ann, team, wishes=Wishes(keep_off=(("Ana Zwölf", "Atlas"),))))
    assert wished.made
    assert wished.made.outcome.plan
    assert "Ana Zwölf" not in wished.made.outcome.plan.contributors["Atlas"]
    assert wished.beside == (free.made and free.made.outcome)
    assert wished.made.change
    assert wished.made.change[0] == 1


def test_wishes_without_a_plan_to_compare(ann: Person) -> None:
    """The first plan may have wishes already: the one without is then made only to show the cost."""
    view = ended(ann, begin(ann, bring(ann), wishes=Wishes(pins=(("Ben Quark", "Atlas"),))))
    assert view.made
    assert view.made.change == (0, 0, 0, 0, 0, 0, 0)


def test_what_a_person_is_worth(ann: Person) -> None:
    """The plan while somebody is away is set beside that of the whole team; first there must be that."""
    team = bring(ann)
    with pytest.raises(CourseError, match="no plan of the whole team"):
        begin(ann, team, away="Ana Zwölf")
    ended(ann, begin(ann, team))
    view = ended(ann, begin(ann, team, away="Ana Zwölf"))
    assert view.away == "Ana Zwölf"
    assert [person.name for person in view.members.people] == ["Ben Quark"]
    assert view.made
    assert view.made.change
    assert view.made.change[0] == 1


def test_what_a_person_with_the_longest_name_is_worth(ann: Person) -> None:
    """The plan without them can be made under the name that the page gives it."""
    longest = "Z" * MOST_LETTERS
    team = bring(ann, {name: words.replace("Ana Zwölf", longest) for name, words in GOOD.items()})
    whole = ended(ann, begin(ann, team))
    shown = result(whole)
    assert shown
    worth = shown["worth"]
    assert worth
    assert longest in json.dumps(worth["form"]["fields"])
    plan = uuid4().hex
    ann.do(BeginPlan, plan=plan, team=team, name=WITHOUT_NAME.format(person=longest), away=longest)
    assert ended(ann, plan).away == longest


def test_bounds_that_contradict_are_told(ann: Person) -> None:
    """Where no plan keeps the wishes, the bounds that contradict each other are what came of it."""
    wishes = Wishes(pins=(("Ana Zwölf", "Atlas"),), keep_off=(("Ana Zwölf", "Atlas"),))
    view = ended(ann, begin(ann, bring(ann), wishes=wishes))
    assert view.mark.standing == "conflict"
    assert view.made
    assert view.made.outcome.conflict
    assert len(view.made.outcome.conflict.bounds) == 2
    assert view.shown is None


def test_a_wish_for_somebody_unknown_changes_nothing(ann: Person) -> None:
    """A wish that names nobody of the team is refused before anything begins."""
    team = bring(ann)
    for parts in ({"wishes": Wishes(pins=(("Eve", "Atlas"),))}, {"away": "Eve"}):
        with pytest.raises(CourseError):
            begin(ann, team, **parts)
    assert see(ann, TeamOf(team=team), TeamView).mark.plans == ()


def test_a_search_is_watched_and_stopped(ann: Person) -> None:
    """A large team's search tells how far it is, and ends with the best plan so far long before its limit."""
    plan = begin(ann, bring(ann, LARGE))
    heard: list[float] = []
    end = ann.course.watch(f"plan/{plan}", lambda: heard.append(time.monotonic()))

    def found() -> SearchProgress | None:
        running = see(ann, PlanOf(plan=plan), PlanView).running
        return running if running and running.found else None

    running = until(found, 60)
    assert running.limit > running.seconds > 0
    before = len(heard)
    until(lambda: len(heard) > before or None)
    asked = time.monotonic()
    ann.do(StopPlan, plan=plan)
    view = ended(ann, plan)
    stopped = next(at for at in heard if at > asked)
    assert stopped - asked < running.limit / 2
    assert view.made
    assert view.made.outcome.stopped
    assert view.made.outcome.plan
    end()


def test_nobody_searches_for_everything_at_once(ann: Person) -> None:
    """A person can have a limited number of searches; one more is refused until another one is stopped."""
    team = bring(ann, LARGE)
    begun = [begin(ann, team) for _ in range(MOST_SEARCHES)]
    with pytest.raises(CourseError, match="already"):
        begin(ann, team)
    assert len(see(ann, Plans(), PlansView).teams[0].plans) == MOST_SEARCHES
    ann.do(StopPlan, plan=begun[-1])
    ended(ann, begun[-1])
    begun.append(begin(ann, team))
    for plan in begun:
        ann.do(StopPlan, plan=plan)
    for plan in begun:
        ended(ann, plan)


def test_a_search_that_the_end_cut_off_is_told(ann: Person, store: Store, own: Path) -> None:
    """If the course ended during a search, the person is told so and can start again."""
    team = bring(ann, LARGE)
    plan = begin(ann, team)
    after = Person(LocalCourse(store, "ann", Library(files.data(), [own])))
    assert see(after, PlanOf(plan=plan), PlanView).mark.standing == "cut"
    ann.do(StopPlan, plan=plan)
    assert ended(ann, plan).mark.standing in {"made", "conflict"}


def test_a_command_sent_twice_searches_once(ann: Person, store: Store) -> None:
    """Beginning again under the same id, during the search or after it, changes nothing."""
    plan = begin(ann, bring(ann))
    assert ann.last
    ann.course.do(ann.last)
    ended(ann, plan)
    length = len(store.read(lambda transaction: transaction.events(f"plan/{plan}")))
    ann.course.do(ann.last)
    assert see(ann, PlanOf(plan=plan), PlanView).mark.standing == "made"
    assert len(store.read(lambda transaction: transaction.events(f"plan/{plan}"))) == length == 2


def test_nobody_else_meets_my_teams(ann: Person, ben: Person) -> None:
    """Somebody else's team and plan are refused in the words for what is not there; so are all commands on them."""
    team = bring(ann)
    plan = begin(ann, team)
    ended(ann, plan)
    assert see(ben, Plans(), PlansView).teams == ()
    doings: list[Callable[[], object]] = [
        lambda: ben.course.see(TeamOf(team=team)),
        lambda: ben.course.see(PlanOf(plan=plan)),
        lambda: ben.course.see(Take(plan=plan, form="csv")),
        lambda: begin(ben, team),
        lambda: ben.do(StopPlan, plan=plan),
        lambda: ben.do(NamePlan, plan=plan, name="Mine"),
        lambda: ben.do(DropPlan, plan=plan),
        lambda: ben.do(DropTeam, team=team),
    ]
    for doing in doings:
        with pytest.raises(CourseError, match="there is no such"):
            doing()
    assert see(ann, PlanOf(plan=plan), PlanView).mark.name == "Plan 1"


def test_a_plan_is_renamed(ann: Person) -> None:
    """The newest name counts."""
    team = bring(ann)
    plan = begin(ann, team)
    ended(ann, plan)
    for name in ("For the autumn", "For the spring"):
        ann.do(NamePlan, plan=plan, name=name)
    assert see(ann, TeamOf(team=team), TeamView).mark.plans[0].name == "For the spring"


def test_names_stand_in_no_event(ann: Person, store: Store) -> None:
    """Events hold ids and numbers; every name is in a text of its owner, so that erasing reaches it."""
    team = bring(ann)
    plan = begin(ann, team, wishes=Wishes(pins=(("Ben Quark", "Atlas"),)))
    ended(ann, plan)
    ann.do(NamePlan, plan=plan, name="Plan with Ben Quark")
    streams = (f"team/{team}", f"plan/{plan}")
    kept = store.read(lambda transaction: [each for stream in streams for each in transaction.events(stream)])
    recorded = [str(each.event) for each in kept]
    assert len(recorded) == 4
    assert not [event for event in recorded if any(word in event for word in ("Quark", "Zwölf", "Atlas", "Our team"))]


def test_what_is_removed_is_gone_from_the_file(ann: Person, store: Store, tmp_path: Path) -> None:
    """A removed plan and a removed team leave no name in the database's file; the rest of one's work stays."""
    team = bring(ann)
    plan = begin(ann, team)
    ended(ann, plan)
    ann.do(DropPlan, plan=plan)
    with pytest.raises(CourseError, match="no such plan"):
        ann.course.see(PlanOf(plan=plan))
    ended(ann, begin(ann, team))
    kept = bring(ann, {name: text.replace("Quark", "Quince") for name, text in GOOD.items()})
    ann.do(DropTeam, team=team)
    assert [mark.team for mark in see(ann, Plans(), PlansView).teams] == [kept]
    assert store.read(lambda transaction: plan_records.any_made(transaction, "ann"))
    store.close()
    content = (tmp_path / "course.db").read_bytes()
    assert b"Quark" not in content
    assert b"Quince" in content


def test_a_team_removed_during_the_search_stays_removed(ann: Person, store: Store) -> None:
    """The result of a search is not stored if its team was removed meanwhile."""
    team = bring(ann, LARGE)
    plan = begin(ann, team)
    until(lambda: see(ann, PlanOf(plan=plan), PlanView).running or None)
    ann.do(DropTeam, team=team)
    jobs = ann.course._jobs  # type: ignore[attr-defined]
    until(lambda: jobs.work(f"plan/{plan}") is None or None)
    assert store.read(lambda transaction: transaction.text(f"plan/{plan}/made")) is None


def test_erased_words_leave_no_team(ann: Person, store: Store) -> None:
    """After all words of a person were erased there is no team and no plan of theirs to be seen."""
    team = bring(ann)
    plan = begin(ann, team)
    ended(ann, plan)
    store.write(lambda transaction: transaction.erase_texts("ann"))
    assert see(ann, Plans(), PlansView).teams == ()
    for query in (TeamOf(team=team), PlanOf(plan=plan)):
        with pytest.raises(CourseError, match="no such team"):
            ann.course.see(query)


def test_a_fault_of_ours_is_told(
    ann: Person, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Where the search fails the plan says so; the log names the place, and nobody of the team."""

    def fail(team: Team, *_: object) -> None:
        raise RuntimeError(team.people[0].name)

    monkeypatch.setattr("dlcourse.engines.matching.solver.solve_with_cost", fail)
    plan = begin(ann, bring(ann))
    view = ended(ann, plan)
    assert (view.mark.standing, view.fault) == ("failed", "something went wrong on our side")
    assert "RuntimeError" in caplog.text
    assert "Zwölf" not in caplog.text


def test_a_solver_that_fails_tells_no_name(ann: Person, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the solving process says of its own fault, and what is wrong with its plan, names nobody in an event."""
    team = bring(ann)
    broken = [Violation(rule="hours", on="Zwölf", text="Zwölf would give 3 hours and has 2.")]
    for part, stand_in in (("violations", lambda *_: broken), ("CHILD", "tests.engines.matching.failing_child")):
        with monkeypatch.context() as only_here:
            only_here.setattr(f"dlcourse.engines.matching.solver.{part}", stand_in)
            plan = begin(ann, team)
            assert ended(ann, plan).mark.standing == "failed"
        events = store.read(lambda transaction, plan=plan: transaction.events(f"plan/{plan}"))  # type: ignore[misc]
        assert "PlanFailed" in str(events)
        assert "Zwölf" not in str(events)


def test_samples(ann: Person) -> None:
    """Each sample team of the course can be taken; an unknown one is refused."""
    for sample in see(ann, Plans(), PlansView).samples:
        ann.do(TakeSample, team=uuid4().hex, sample=sample.id)
    assert [mark.people for mark in see(ann, Plans(), PlansView).teams] == [14, 10, 40]
    with pytest.raises(CourseError, match="no sample"):
        ann.do(TakeSample, team=uuid4().hex, sample="../teams")


def test_files_to_take_along(ann: Person) -> None:
    """A plan can be taken along as a workbook and as a table, and the template without any plan."""
    plan = begin(ann, bring(ann))
    with pytest.raises(CourseError, match="no such plan"):
        ann.course.see(Take(plan=uuid4().hex, form="csv"))
    ended(ann, plan)
    names = [see(ann, Take(plan=plan, form=form), DownloadView).name for form in ("xlsx", "csv", "template")]
    assert names == ["plan.xlsx", "plan.csv", "team.xlsx"]


SHOWS = """
import sys, time
from pathlib import Path
from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.matching.plan_messages import BeginPlan, PlanOf, TakeSample
from dlcourse.store import Store, WriteTransaction
store = Store.open(f"sqlite:///{Path(sys.argv[1]) / 'course.db'}")
course = LocalCourse(store, store.person, Library(files.data()))
course.do(TakeSample(id="take-this", team="team-of-the-test", sample="small-school"))
course.do(BeginPlan(id="begin-this", plan="plan-of-the-test", team="team-of-the-test", name="Plan 1"))
while not (view := course.see(PlanOf(plan="plan-of-the-test"))).shown:
    time.sleep(0.05)
print(bool(view.shown.load.spec), sorted({"altair", "pandas", "numpy", "highspy"} & set(sys.modules)))
"""


@pytest.mark.slow
def test_whoever_shows_a_chart_has_not_loaded_what_draws_it(tmp_path: Path) -> None:
    """A course that searched for a plan and showed its chart holds neither Altair nor a solver in memory."""
    command = [sys.executable, "-c", SHOWS, str(tmp_path)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "True []\n"


def copy(store: Store, plan: str, many: int) -> None:
    """Make so many more plans that are like this one."""

    def write(writing: WriteTransaction) -> None:
        events = [kept.event for kept in writing.events(PLAN + plan)]
        words = [str(each.model_dump()["words"]) for each in events]
        texts = writing.texts([*words, f"{PLAN}{plan}/name"])
        for number in range(many):
            other = f"{PLAN}{plan}-{number}"
            copies = [
                each.model_copy(update={"words": text.replace(PLAN + plan, other)})
                for each, text in zip(events, words, strict=True)
            ]
            said = {text.replace(PLAN + plan, other): words for text, words in texts.items()}
            writing.append(other, 0, f"{plan}-{number}", "ann", copies, said)

    store.write(write)


def test_many_plans_take_hardly_more_statements_than_one(ann: Person, store: Store) -> None:
    """Whoever looks at one of fifty plans, or begins another, keeps the others waiting no longer than with one."""
    plan = begin(ann, team := bring(ann))
    ended(ann, plan)
    seen = list[str]()
    event.listen(store._database.engine, "before_cursor_execute", lambda *given: seen.append(given[2]))

    def asked() -> list[int]:
        counts = list[int]()
        for query in (PlanOf(plan=plan), Plans(), Portfolio()):
            seen.clear()
            ann.course.see(query)
            counts.append(len(seen))
        seen.clear()
        assert store.write(lambda writing: plan_records.free_plan(writing, "ann", team))
        return [*counts, len(seen)]

    few = asked()
    copy(store, plan, 50)
    assert all(many <= one + 1 for one, many in zip(few, asked(), strict=True))
    assert len(see(ann, PlanOf(plan=plan), PlanView).team.plans) == 51
    assert {mark.name for mark in see(ann, PlanOf(plan=plan), PlanView).team.plans} == {"Plan 1"}
