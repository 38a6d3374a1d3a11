"""Who you are: three short lines, to be changed whenever you like."""

from dataclasses import replace

from dlcourse.domain.selfcheck.readiness import LONG, SHORT, Introduce, Introduction, IntroductionView
from dlcourse.pages.fields import line, text
from dlcourse.pages.form import form
from dlcourse.pages.program import Props
from dlcourse.pages.single_view import single


def shown(view: IntroductionView) -> Props:
    """What the page draws."""
    return {
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


PAGE = replace(single("about-you", Introduction, Introduce, IntroductionView, shown), drafts=("about-you",))
