"""Teams that are typed in and corrected: kept whole or not at all; plans keep the team that they were made with."""

import base64
from pathlib import Path
from uuid import uuid4

import pytest

from dlcourse.content.matching.teams import read_files
from dlcourse.domain.download import DownloadView
from dlcourse.domain.drafts import Drafts, DraftsView, KeepDraft
from dlcourse.domain.matching.plan_messages import BeginPlan, DropPlan, DropTeam, PlanOf, Plans, TakeSample, TeamOf
from dlcourse.domain.matching.plan_views import PlansView, PlanView, TeamView
from dlcourse.domain.matching.typed.cells import people_rows, to_text, work_rows
from dlcourse.domain.matching.typed.messages import NEW, CellsView, CheckCells, TakeTeam, UseTeam
from dlcourse.domain.mywork.work import TakeAlong, WorkFileView
from dlcourse.errors import CourseError
from tests.domain.matching.crews import read_crew
from tests.handlers.matching.test_plans import begin, bring, ended, see
from tests.person import Person

PEOPLE, WORK = to_text(people_rows(read_crew())), to_text(work_rows(read_crew()))


def use(person: Person, team: str, people: str = PEOPLE, **parts: object) -> None:
    """Save a team that was typed in."""
    person.do(UseTeam, **{"team": team, "name": "Our crew", "people": people, "work": WORK, **parts})


def base(person: Person, team: str) -> str:
    """The version of a team that can be corrected now."""
    return see(person, TeamOf(team=team), TeamView).words


def test_a_team_is_typed_in(ann: Person) -> None:
    """It is there as it was typed, and nobody else sees it."""
    team = uuid4().hex
    use(ann, team)
    view = see(ann, TeamOf(team=team), TeamView)
    assert view.team == read_crew()
    assert (view.mark.name, view.mark.people, view.mark.work, view.mark.skills) == ("Our crew", 4, 2, 3)


def test_a_team_with_a_problem_is_refused_whole(ann: Person) -> None:
    """The first problem is told with its place and a remedy, and nothing is saved."""
    with pytest.raises(CourseError, match="people:2, hours: 'x' is not a number of hours, and 1 more to fix"):
        use(ann, uuid4().hex, PEOPLE.replace("\t6\t", "\tx\t"), work=WORK.replace("\t1\t2\t", "\t3\t2\t"))
    assert see(ann, Plans(), PlansView).teams == ()


def test_a_correction_replaces_the_team_and_its_name(ann: Person) -> None:
    """After a correction there is one team as it was corrected, and the words of the one before are deleted."""
    team = bring(ann)
    before = base(ann, team)
    use(ann, team, PEOPLE.replace("Ana", "Anastasia"), base=before)
    (mark,) = see(ann, Plans(), PlansView).teams
    assert (mark.team, mark.name, mark.people) == (team, "Our crew", 4)
    assert see(ann, TeamOf(team=team), TeamView).team.people[0].name == "Anastasia"
    assert "Ana Zwölf" not in everything(ann)


def everything(person: Person) -> str:
    """All stored words of a person, as they go into a file of work."""
    return see(person, TakeAlong(), WorkFileView).document


def test_a_corrected_sample_becomes_ones_own(ann: Person) -> None:
    """A sample that was corrected has the name that was typed, and the sample can be taken again."""
    team = uuid4().hex
    ann.do(TakeSample, team=team, sample="small-school")
    use(ann, team, base=base(ann, team))
    (mark,) = see(ann, Plans(), PlansView).teams
    assert (mark.sample, mark.name) == ("", "Our crew")


def test_a_plan_keeps_the_team_that_it_was_made_with(ann: Person) -> None:
    """A plan is shown with its own team after a correction, and says so; the next one is made for the new team."""
    team = bring(ann)
    first = begin(ann, team)
    made = ended(ann, first)
    assert not made.earlier
    use(ann, team, base=base(ann, team))
    later = see(ann, PlanOf(plan=first), PlanView)
    assert later.earlier
    assert (later.members, later.made, later.shown) == (made.members, made.made, made.shown)
    assert later.now == read_crew()
    second = ended(ann, begin(ann, team))
    assert second.members == read_crew()
    assert second.beside is None


def test_a_plan_is_compared_only_with_plans_for_the_same_team(ann: Person) -> None:
    """What somebody is worth cannot be told from a plan for the team before it was corrected."""
    team = bring(ann)
    ended(ann, begin(ann, team))
    use(ann, team, base=base(ann, team))
    with pytest.raises(CourseError, match="there is no plan of the whole team to compare with"):
        ann.do(BeginPlan, plan=uuid4().hex, team=team, name="Without Ana", away="Ana")


def test_the_words_of_a_team_go_with_the_last_plan_that_was_made_with_it(ann: Person) -> None:
    """An earlier team is deleted with the last of its plans; the team as it is now stays."""
    team = bring(ann)
    plans = [begin(ann, team) for _ in range(2)]
    for plan in plans:
        ended(ann, plan)
    use(ann, team, base=base(ann, team))
    ann.do(DropPlan, plan=plans[0])
    assert see(ann, PlanOf(plan=plans[1]), PlanView).members.people[0].name == "Ana Zwölf"
    ann.do(DropPlan, plan=plans[1])
    assert "Ana Zwölf" not in everything(ann)
    assert see(ann, TeamOf(team=team), TeamView).team == read_crew()


def test_removing_a_team_removes_all_its_versions_and_what_was_typed(ann: Person) -> None:
    """No version of the team, no plan and no draft of it leaves a name behind."""
    team = bring(ann)
    ended(ann, begin(ann, team))
    use(ann, team, base=base(ann, team))
    fields = {"name": "x", "people": PEOPLE.replace("Ana", "Annabel"), "work": WORK, "base": base(ann, team)}
    ann.do(KeepDraft, draft=uuid4().hex, slot=f"team/{team}", count=1, fields=fields)
    ann.do(KeepDraft, draft=uuid4().hex, slot=f"team/{NEW}", count=1, fields={"name": "Another"})
    ann.do(DropTeam, team=team)
    words = everything(ann)
    assert not [name for name in ("Ana", "Ben", "Cho", "Annabel") if name in words]
    drafts = see(ann, Drafts(), DraftsView).drafts
    assert [draft.fields["name"] for draft in drafts] == ["Another"]


def test_nobody_overwrites_what_they_have_not_seen(ann: Person) -> None:
    """A correction of a version that was replaced is refused, with what to do; based on the newest one it is taken."""
    team = bring(ann)
    before = base(ann, team)
    use(ann, team, base=before)
    with pytest.raises(CourseError, match="it was changed in another window"):
        use(ann, team, PEOPLE.replace("Ana", "Eve"), base=before)
    use(ann, team, PEOPLE.replace("Ana", "Eve"), base=base(ann, team))
    assert see(ann, TeamOf(team=team), TeamView).team.people[0].name == "Eve"


@pytest.mark.parametrize("known", [False, True])
def test_nobody_corrects_the_team_of_somebody_else(ann: Person, ben: Person, known: bool) -> None:  # noqa: FBT001 (a parameter)
    """Whoever knows the id of a team, and even its version, learns and changes nothing."""
    team = bring(ann)
    with pytest.raises(CourseError, match="there is no such team of yours"):
        use(ben, team, base=base(ann, team) if known else "")
    assert see(ann, TeamOf(team=team), TeamView).mark.name == "Our team"


def test_a_removed_team_cannot_be_corrected(ann: Person) -> None:
    """Its id is not used again, whatever a window still shows."""
    team = bring(ann)
    before = base(ann, team)
    ann.do(DropTeam, team=team)
    for version in ("", before):
        with pytest.raises(CourseError, match="there is no such team of yours"):
            use(ann, team, base=version)


def test_tables_are_checked_without_saving(ann: Person) -> None:
    """Problems come with their cells, and what can be read comes in spite of them."""
    view = see(ann, CheckCells(people=PEOPLE.replace("\t6\t", "\tx\t"), work=WORK), CellsView)
    (problem,) = view.problems
    assert (problem.table, problem.row, problem.column, problem.empty) == ("people", 1, 2, False)
    assert [person.name for person in view.people] == ["Ben", "Cho", "Dan"]
    assert (len(view.work), view.left_out, view.more) == (2, 1, 0)
    assert see(ann, Plans(), PlansView).teams == ()


@pytest.mark.parametrize("people", ["", "\n\n", "\t", "name", "name\trole\thours\n", "\ta\n" * 3000, "a\tb\n\t\tx\ty"])
def test_any_tables_are_checked(ann: Person, people: str) -> None:
    """Whatever is in the tables, what is wrong is told."""
    assert see(ann, CheckCells(people=people, work=people), CellsView).problems


def test_a_team_is_taken_as_files(ann: Person, tmp_path: Path) -> None:
    """A workbook, or two tables: each brought again is the same team."""
    team = uuid4().hex
    use(ann, team)
    files = {}
    for form in ("xlsx", "people", "work"):
        file = see(ann, TakeTeam(team=team, form=form), DownloadView)
        files[file.name] = base64.b64decode(file.content)
    book = {"team.xlsx": files.pop("team.xlsx")}
    assert sorted(files) == ["people.csv", "work.csv"]
    assert read_files(files).team == read_files(book).team == read_crew()
