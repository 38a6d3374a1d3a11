"""The pages by name, each loaded when it is first opened."""

from importlib import import_module
from typing import Any

from dlcourse.errors import CourseError
from dlcourse.pages.program import Page

PAGES = {
    "about-you": "dlcourse.pages.selfcheck.about_you",
    "averages": "dlcourse.pages.matching.averages",
    "certificate": "dlcourse.pages.portfolio.certificate",
    "check-again": "dlcourse.pages.selfcheck.check_again",
    "expertise": "dlcourse.pages.expertise.page",
    "home": "dlcourse.pages.curriculum.home",
    "own-practice": "dlcourse.pages.scrutiny.own_practice",
    "matchboard": "dlcourse.pages.matching.board",
    "network": "dlcourse.pages.network.page",
    "plan": "dlcourse.pages.matching.plan",
    "log": "dlcourse.pages.reflection.page",
    "portfolio": "dlcourse.pages.portfolio.page",
    "roleplay": "dlcourse.pages.roleplay.page",
    "scrutiny": "dlcourse.pages.scrutiny.page",
    "self-check": "dlcourse.pages.selfcheck.readiness",
    "sorting": "dlcourse.pages.selfcheck.sorting",
    "work": "dlcourse.pages.mywork.page",
}


def page(name: str) -> Page[Any]:
    """The page of this name; `CourseError` where there is none."""
    if name not in PAGES:
        raise CourseError("page", f"there is none called '{name}'", "Go to the home page.")
    found = import_module(PAGES[name]).PAGE
    assert isinstance(found, Page)
    return found
