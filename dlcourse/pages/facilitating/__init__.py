"""Leading a session with a group: the run-of-show, the screen for the room, speaker notes, a facilitator's home."""

from dlcourse.pages.registry import FACILITATOR_LINKS, PageLink, add_page

HOME_PAGE, RUN_PAGE, SCREEN_PAGE, NOTES_PAGE = "facilitator-home", "run-of-show", "present", "speaker-notes"
HOME = "facilitator"
"""The address of a facilitator's home."""

add_page(HOME_PAGE, "dlcourse.pages.facilitating.home", HOME)
add_page(RUN_PAGE, "dlcourse.pages.facilitating.run", "facilitator/run/{session}")
add_page(SCREEN_PAGE, "dlcourse.pages.facilitating.screen", "present/{session}")
add_page(NOTES_PAGE, "dlcourse.pages.facilitating.notes", "present/{session}/notes")
FACILITATOR_LINKS.add(
    "guide",
    PageLink(
        "guides/facilitating",
        "Facilitating the course",
        60,
        "Preparing, rooms, calendars, and what to do when things go wrong.",
    ),
)
FACILITATOR_LINKS.add(
    "cohort-guide",
    PageLink(
        "guides/running-a-cohort",
        "Running a cohort",
        65,
        "In a room and on a server, who may do what, and what to tell people.",
    ),
)
FACILITATOR_LINKS.add(
    "kit",
    PageLink("kit", "Role-plays on paper", 70, "Cards, packets and sheets to print, to play without any computer."),
)
FACILITATOR_LINKS.add(
    "aids", PageLink("aids", "Pages to print", 75, "Checklists, forms and a glossary to hand out after a session.")
)
