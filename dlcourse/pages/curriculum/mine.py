"""The links on the home page to what is a person's own, from all subjects."""

from dlcourse.domain.curriculum.progress import HomeView
from dlcourse.domain.growing_work import GrowingWork
from dlcourse.pages.curriculum import together, words
from dlcourse.pages.props import LinkProps
from dlcourse.pages.words import counted

MOST_OF_TITLE = 90
"""The number of characters of a title in a person's own words that home shows."""


def own_links(view: HomeView) -> list[LinkProps]:
    """Links to what is a person's own, from all subjects; of what grows over the sessions, how much is there.

    Whoever facilitates finds the way to their home first.
    """
    notes = {work.to: _growing(work) for work in view.growing}
    links = [
        LinkProps(to=link.to, text=link.text, note=notes.get(link.to, link.note)) for link in together.links_for(view)
    ]
    return links if view.notes is None else [words.LEAD_HOME, *links]


def _growing(work: GrowingWork) -> str:
    title = work.title if len(work.title) <= MOST_OF_TITLE else f"{work.title[:MOST_OF_TITLE].rstrip()}…"
    return words.GROWING.format(done=work.done, parts=counted(work.of, "part", "parts"), title=title)
