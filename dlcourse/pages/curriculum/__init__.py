"""Sessions, progress, the principles and the home page: the pages, and what opens them."""

from dlcourse.pages.registry import add_page

add_page("home", "dlcourse.pages.curriculum.home", "")
