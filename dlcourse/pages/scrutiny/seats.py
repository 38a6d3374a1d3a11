"""Where somebody takes a seat in a scrutiny round, and whether comments carry names."""

from dlcourse.domain.scrutiny.messages import BeginOwnRound, BeginRound
from dlcourse.domain.scrutiny.round_view import ScrutinyView
from dlcourse.pages.fields import FormOption, choice, plain_options, some
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.markdown import inline
from dlcourse.pages.scrutiny import words


def seats_form(view: ScrutinyView) -> FormProps:
    """The form for taking a seat, in a first round or another one."""
    seats: list[FormOption] = [
        {
            "value": seat.id,
            "html": inline(seat.name),
            "note": words.LEADS_AND_GOES_FIRST if seat.leads else "",
            "about": inline(words.SEAT_ABOUT.format(about=seat.about, practice=seat.practice)),
        }
        for seat in view.seats
    ]
    return form(
        BeginRound,
        f"scrutiny/{view.exercise}/begin",
        [
            choice("seat", words.WHICH_SEAT, seats),
            choice("anonymous", words.WHICH_NAMES, _names()),
        ],
        fixed={"exercise": view.exercise},
        fresh="round",
        submit=words.TAKE_THIS_SEAT,
    )


def people_form(view: ScrutinyView) -> FormProps:
    """The form for a round with people of one's cohort."""
    people = plain_options((each.person, each.name) for each in view.people)
    return form(
        BeginOwnRound,
        f"scrutiny/{view.exercise}/people",
        [
            some("people", words.WHO_TAKES_PART, people, words.NOBODY_CHOSEN),
            choice("anonymous", words.WHICH_NAMES, _names()),
        ],
        fixed={"exercise": view.exercise},
        fresh="round",
        submit=words.BEGIN_WITH_PEOPLE,
    )


def _names() -> list[FormOption]:
    return [
        {"value": "false", "html": words.WITH_NAMES, "about": words.WITH_NAMES_ABOUT},
        {"value": "true", "html": words.WITHOUT_NAMES, "about": words.WITHOUT_NAMES_ABOUT},
    ]
