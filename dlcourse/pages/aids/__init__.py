"""Job aids: one printed page each, for the work after a session: the pages, and what opens them."""

from dlcourse.pages.registry import HOME_LINKS, Opening, PageLink, add_page, notebook_call

add_page("job-aids", "dlcourse.pages.aids.shelf", "aids")
add_page("job-aid", "dlcourse.pages.aids.sheet", "aids/{aid}")
HOME_LINKS.add("aids", PageLink("aids", "Pages to print", 66, "Checklists and forms for the work after a session."))


@notebook_call
def job_aid(name: str = "") -> Opening:
    """The job aid of this name, such as "trial", on one page to print; without a name, the list of all."""
    return Opening("job-aid", {"aid": name}) if name else Opening("job-aids")
