"""Who you are: three short lines, to be changed whenever you like."""

from dataclasses import replace

from dlcourse.domain.selfcheck.readiness import LONG, SHORT, Introduce, Introduction, IntroductionView
from dlcourse.pages.fields import line, text
from dlcourse.pages.form import form
from dlcourse.pages.program import Props
from dlcourse.pages.selfcheck import words
from dlcourse.pages.single_view import single, untyped


def shown(view: IntroductionView) -> Props:
    """What the page draws."""
    return {
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
PAGE = replace(
    single("about-you", Introduction, Introduce, IntroductionView, untyped("about-you", shown)), drafts=FORMS
)
