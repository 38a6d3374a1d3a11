"""The two ways in which an author can begin a scenario: a hidden profile, or a branching story."""

from dlcourse.domain.roleplay.studio.messages import OutlineBranching, OutlineProfile
from dlcourse.domain.speech import Speech
from dlcourse.pages.messages import Takes
from dlcourse.pages.program import Raw
from dlcourse.pages.roleplay.studio.branching_form import BeginBranching, branching_of
from dlcourse.pages.roleplay.studio.profile_form import BeginProfile, outline_of


def first_text(begun: BeginProfile | BeginBranching) -> OutlineProfile | OutlineBranching:
    """The query for the text to begin with; raises a `CourseError` if something is missing or wrong."""
    if isinstance(begun, BeginBranching):
        return OutlineBranching(outline=branching_of(begun))
    return OutlineProfile(outline=outline_of(begun))


class StudioTakes(Takes):
    """Refuses a form that is not filled in as it should be, which then keeps what is in it."""

    def __call__(self, raw: Raw) -> Speech:
        """The message, checked."""
        message = super().__call__(raw)
        if isinstance(message, BeginProfile | BeginBranching):
            first_text(message)
        return message
