"""A cohort with people in it, for tests: its host, its codes, and whoever joins."""

from collections.abc import Callable
from uuid import uuid4

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.entrance import Entered, Entrance
from dlcourse.course.local import LocalCourse
from dlcourse.domain.cohort.messages import CreateCohort
from dlcourse.domain.cohort.views import CohortMade
from dlcourse.domain.speech import Course
from dlcourse.domain.viewer import Viewer
from dlcourse.store import Store
from tests.person import Person


class Member(Person):
    """A person who came into a cohort. ``id`` is theirs, and ``entered`` is how they came in."""

    def __init__(self, course: Course, entered: Entered) -> None:
        """Use this course."""
        super().__init__(course)
        self.entered, self.id = entered, entered.viewer.person


class Classroom:
    """One cohort. ``made`` has its codes; ``host`` runs the server."""

    def __init__(self, store: Store, name: str = "Autumn deans", entrance: Entrance | None = None) -> None:
        """Create the cohort in this store."""
        library = Library(files.data(), [])
        self.store = store
        self.course_of: Callable[[Viewer], LocalCourse] = lambda viewer: LocalCourse(store, viewer, library)
        self.entrance = entrance or Entrance(store, self.course_of)
        self.host = Person(self.course_of(Viewer(store.person)))
        self.cohort = uuid4().hex
        made = self.host.do(CreateCohort, cohort=self.cohort, name=name)
        assert isinstance(made, CohortMade)
        self.made = made

    def joined(self, name: str, code: str = "", person: str = "") -> Member:
        """Somebody who joined with the join code, or with another code."""
        entered = self.entrance.join(code or self.made.join_code, name, uuid4().hex, person)
        return Member(self.course_of(entered.viewer), entered)

    def facilitator(self, name: str = "Faye") -> Member:
        """Somebody who came in with the facilitator key."""
        return self.joined(name, self.made.facilitator_key)
