"""The pages by name, each loaded when it is first opened."""

from importlib import import_module
from typing import Any

from dlcourse.errors import CourseError
from dlcourse.pages.program import Page

PAGES = {
    "about-you": "dlcourse.pages.about_you",
    "averages": "dlcourse.pages.averages",
    "certificate": "dlcourse.pages.certificate",
    "check-again": "dlcourse.pages.check_again",
    "expertise": "dlcourse.pages.expertise",
    "home": "dlcourse.pages.home",
    "own-practice": "dlcourse.pages.own_practice",
    "matchboard": "dlcourse.pages.matchboard",
    "network": "dlcourse.pages.network",
    "plan": "dlcourse.pages.plan",
    "log": "dlcourse.pages.log",
    "portfolio": "dlcourse.pages.portfolio",
    "roleplay": "dlcourse.pages.roleplay",
    "scrutiny": "dlcourse.pages.scrutiny",
    "self-check": "dlcourse.pages.self_check",
    "sorting": "dlcourse.pages.sorting",
    "work": "dlcourse.pages.work",
}


def page(name: str) -> Page[Any]:
    """The page of this name; `CourseError` where there is none."""
    if name not in PAGES:
        raise CourseError("page", f"there is none called '{name}'", "Go to the home page.")
    found = import_module(PAGES[name]).PAGE
    assert isinstance(found, Page)
    return found
