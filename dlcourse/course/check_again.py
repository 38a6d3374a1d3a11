"""Handler of the second self-check; its ratings are recorded with those of the first."""

from dlcourse.course import start
from dlcourse.course.desk import ReadingDesk, look_up
from dlcourse.domain.check_again import CheckAgain, CheckAgainView, check_again_view
from dlcourse.domain.start import check_view, levels_of


@look_up.register
def _(query: CheckAgain, desk: ReadingDesk) -> CheckAgainView:
    check, past = desk.library.selfcheck(query.check), start.events(desk.books, desk.person)
    first, second = (check_view(check, levels_of(past, query.check, round_), round_) for round_ in (1, 2))
    return check_again_view(first, second)
