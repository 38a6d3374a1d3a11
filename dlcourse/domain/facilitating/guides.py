"""The guides for those who lead the course: whole texts to read and to print."""

from pydantic import Field

from dlcourse.domain.speech import Query, View

GUIDES = ("facilitating", "running-a-cohort")
"""The guides that the course shows, by the names of their files."""


class LeadGuide(Query):
    """A guide for those who lead the course."""

    guide: str = Field(max_length=100)


class LeadGuideView(View):
    """A guide: its title, and its text in Markdown without that title."""

    guide: str
    title: str
    text: str
