"""Handler of the list of all plays of a person."""

from dlcourse.domain.roleplay.attempts import MyPlays, MyPlaysView
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.registry import look_up
from dlcourse.handlers.roleplay.plays import plays


@look_up.register
def show_my_plays(query: MyPlays, context: ReadContext) -> MyPlaysView:  # noqa: ARG001 (a query without parts)
    return MyPlaysView(plays=plays(context))
