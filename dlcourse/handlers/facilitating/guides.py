"""Handler of the guides for those who lead the course."""

import re

from dlcourse import files
from dlcourse.domain.facilitating.guides import GUIDES, LeadGuide, LeadGuideView
from dlcourse.domain.facilitating.policy import for_those_who_lead
from dlcourse.domain.names import unknown
from dlcourse.handlers.context import Heavy, ReadContext
from dlcourse.handlers.curriculum.facilitating import is_facilitator
from dlcourse.handlers.registry import look_up

_LINKED = re.compile(rf"\]\(({'|'.join(GUIDES)})\.md\)")
"""A link from one guide to another, as it is written in the files."""


@look_up.register
def show_lead_guide(query: LeadGuide, context: ReadContext) -> Heavy:
    if not is_facilitator(context):
        raise for_those_who_lead()
    there = tuple(name for name in GUIDES if (files.data() / "guides" / f"{name}.md").is_file())
    if query.guide not in there:
        raise unknown("guide", query.guide, there, "Choose one on your facilitator's home.")
    return Heavy(lambda: _read(query.guide))


def _read(guide: str) -> LeadGuideView:
    text = (files.data() / "guides" / f"{guide}.md").read_text("utf-8")
    heading, _, rest = text.partition("\n")
    return LeadGuideView(
        guide=guide, title=heading.removeprefix("# ").strip(), text=_LINKED.sub(r"](\1)", rest.strip())
    )
