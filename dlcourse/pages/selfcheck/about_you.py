"""Who you are: three short lines, to be changed whenever you like."""

from dataclasses import replace

from dlcourse.domain.selfcheck.readiness import LONG, SHORT, Introduce, Introduction, IntroductionView
from dlcourse.pages.fields import line, text
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.props import PageProps
from dlcourse.pages.selfcheck import words
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
                line("name", words.YOUR_NAME, SHORT, view.name),
                line("role", words.YOUR_ROLE, SHORT, view.role),
                text("leads", words.WHAT_YOU_LEAD, LONG, value=view.leads),
            ],
            legend=words.WHO_YOU_ARE,
            note=words.WHO_YOU_ARE_NOTE,
            submit=words.SAVE_CHANGES if view.said else words.SAVE,
        ),
        "said": words.GREETING.format(name=view.name.rstrip("."))
        if view.name
        else words.THANK_YOU
        if view.said
        else "",
    }


FORMS = ("about-you",)
"""How the slots of the page's forms begin."""
PAGE = replace(single("about-you", Introduction, Introduce, IntroductionView, props), drafts=FORMS)
