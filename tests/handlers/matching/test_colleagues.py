"""The people of one's own teams, offered to other subjects: one's own only, and no sample."""

from uuid import uuid4

from dlcourse.domain.matching.plan_messages import BringTeam, DropTeam, TakeSample
from dlcourse.domain.network.messages import AddColleagues
from dlcourse.domain.network.views import OwnNetwork, OwnNetworkView
from tests.handlers.matching.teams import sent
from tests.person import Person

PEOPLE = "name,role,hours,Reading\nAna,teacher,6,2\nBen,secretary,4,3\n"
WORK = "task,hours,least,most,Reading\nPlan,3,1,2,1\n"
FILES = {"people.csv": PEOPLE, "work.csv": WORK}


def bring(person: Person) -> str:
    """Bring a team of two; returns its id."""
    team = uuid4().hex
    person.do(BringTeam, team=team, name="Our team", files=sent(FILES))
    return team


def offered(person: Person) -> list[tuple[str, list[tuple[str, str]]]]:
    """The lists that are offered where a network is entered: each title, with names and roles."""
    view = person.course.see(OwnNetwork())
    assert isinstance(view, OwnNetworkView)
    return [(each.title, [(one.name, one.role) for one in each.people]) for each in view.lists]


def test_the_people_of_ones_own_team_are_offered(ann: Person, ben: Person) -> None:
    """A team is offered by its name to the person who brought it, with roles, and to nobody else."""
    bring(ann)
    assert offered(ann) == [("Our team", [("Ana", "teacher"), ("Ben", "secretary")])]
    assert offered(ben) == []


def test_samples_and_removed_teams_are_not_offered(ann: Person) -> None:
    """Nobody works with the people of a sample, and a team that was removed is gone."""
    ann.do(TakeSample, team=uuid4().hex, sample="small-school")
    assert offered(ann) == []
    ann.do(DropTeam, team=bring(ann))
    assert offered(ann) == []


def test_people_who_are_added_from_a_team_keep_their_roles(ann: Person) -> None:
    """Roles that come with names are stored with them; a role without its name is not."""
    ann.do(AddColleagues, names=("Ana",), roles={"Ana": "teacher", "Nobody": "head"})
    view = ann.course.see(OwnNetwork())
    assert isinstance(view, OwnNetworkView)
    assert view.network.roles == {"Ana": "teacher"}
