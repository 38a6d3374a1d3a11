"""The portfolio and the certificate: the pages, and what opens them."""

from dlcourse.pages.registry import HOME_LINKS, Opening, PageLink, add_page, exercise_after_log, notebook_call

add_page("certificate", "dlcourse.pages.portfolio.certificate", "certificate")
add_page("portfolio", "dlcourse.pages.portfolio.page", "portfolio")
HOME_LINKS.add(
    "portfolio", PageLink("portfolio", "Your portfolio", 40, "What you choose to show to others, as a document.")
)
HOME_LINKS.add(
    "certificate", PageLink("certificate", "Your certificate", 50, "The sessions that you have done, on one page.")
)


@exercise_after_log("portfolio")
@notebook_call
def portfolio() -> Opening:
    """Your portfolio: what you choose to show of your work, in your order, to be taken along as a document."""
    return Opening("portfolio")


@exercise_after_log("certificate")
@notebook_call
def certificate() -> Opening:
    """Your certificate: what it would say today, and those that were issued to you."""
    return Opening("certificate")
