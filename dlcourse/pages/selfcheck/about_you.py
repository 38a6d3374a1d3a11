"""Who you are: three short lines, to be changed whenever you like."""

from dlcourse.domain.selfcheck.readiness import LONG, SHORT, Introduce, Introduction, IntroductionView
from dlcourse.pages.program import Props
from dlcourse.pages.single_view import single, untyped


def shown(view: IntroductionView) -> Props:
    """What the page draws."""
    return {
        "form": {
            "say": "Introduce",
            "legend": "Who you are",
            "note": "Only you can see this. All of it may stay empty, and you can change it at any time.",
            "fields": [
                {"name": "name", "label": "What would you like to be called?", "value": view.name, "limit": SHORT},
                {"name": "role", "label": "What do you do?", "value": view.role, "limit": SHORT},
                {"name": "leads", "label": "What do you lead today?", "value": view.leads, "limit": LONG, "long": True},
            ],
            "submit": "Save changes" if view.said else "Save",
        },
        "said": f"Good to have you here, {view.name.rstrip('.')}." if view.name else "Thank you." if view.said else "",
    }


PAGE = single("about-you", Introduction, Introduce, IntroductionView, untyped("about-you", shown))
