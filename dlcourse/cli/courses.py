"""The course that a command works with."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dlcourse.domain.speech import Course


def of_home(home: str | None, database: str | None) -> "Course":
    """The course of this home: through its server if one runs, or in the database that was named."""
    from dlcourse.course.connect import NearestCourse  # keeps the command line fast
    from dlcourse.course.home import folder
    from dlcourse.course.open_home import local_course, open_store

    place = folder(home)
    if database is None:
        return NearestCourse(place)
    store = open_store(place, database)
    return local_course(store, store.person, place)


def of_person(home: str | None, database: str | None, phrase: str | None) -> "Course":
    """The course of somebody in a cohort, by their phrase; without one, of the owner of this home."""
    if phrase is None:
        return of_home(home, database)
    from dlcourse.course.entrance import Entrance  # keeps the command line fast
    from dlcourse.course.home import folder
    from dlcourse.course.open_home import local_course, open_store

    place = folder(home)
    store = open_store(place, database)
    viewer = Entrance(store, lambda viewer: local_course(store, viewer, place)).whose(phrase)
    return local_course(store, viewer, place)
