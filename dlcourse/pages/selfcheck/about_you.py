"""Who you are: three short lines, to be changed whenever you like."""

from dlcourse.domain.selfcheck.readiness import LONG, SHORT, Introduce, Introduction, IntroductionView
from dlcourse.pages.fields import line, text
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.props import PageProps
from dlcourse.pages.single_view import SingleState, single, single_props


class AboutYouProps(PageProps):
    """What the page draws: nothing of its own until the introduction was seen."""

    form: FormProps | None
    said: str


def props(state: SingleState[IntroductionView]) -> AboutYouProps:
    """What the page draws."""
    frame, view = single_props("about-you", state), state.view
    if view is None:
        return {**frame, "form": None, "said": ""}
    return {
        **frame,
        "form": form(
            Introduce,
            "about-you",
            [
                line("name", "What would you like to be called?", SHORT, view.name),
                line("role", "What do you do?", SHORT, view.role),
                text("leads", "What do you lead today?", LONG, value=view.leads),
            ],
            legend="Who you are",
            note="Only you can see this. All of it may stay empty, and you can change it at any time.",
            submit="Save changes" if view.said else "Save",
        ),
        "said": f"Good to have you here, {view.name.rstrip('.')}." if view.name else "Thank you." if view.said else "",
    }


PAGE = single("about-you", Introduction, Introduce, IntroductionView, props)
