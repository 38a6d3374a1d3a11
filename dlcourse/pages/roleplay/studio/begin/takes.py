"""The two ways in which an author can begin a scenario: a hidden profile, or a branching story."""

from dlcourse.domain.drafts import DropDraft
from dlcourse.domain.roleplay.studio.messages import OutlineBranching, OutlineProfile
from dlcourse.domain.speech import Speech
from dlcourse.pages.messages import Takes
from dlcourse.pages.program import Do, Raw
from dlcourse.pages.roleplay.studio.begin.branching_form import BeginBranching, branching_of
from dlcourse.pages.roleplay.studio.begin.profile_form import BeginProfile, outline_of


def first_text(begun: BeginProfile | BeginBranching) -> OutlineProfile | OutlineBranching:
    """The query for the text to begin with; raises a `CourseError` if something is missing or wrong."""
    if isinstance(begun, BeginBranching):
        return OutlineBranching(outline=branching_of(begun))
    return OutlineProfile(outline=outline_of(begun))


SHORTEST_ID = 8
"""How many characters the id of a draft has at least."""
LAST_COUNT = 1_000_000
"""A count that no draft of a form reaches."""


def put_away(draft: str) -> tuple[Do, ...]:
    """Put away the draft of a form that has begun a file, because its words are in the file now."""
    if len(draft) < SHORTEST_ID:
        return ()
    return (Do(DropDraft(id=f"{draft[:50]}-put-away", draft=draft, count=LAST_COUNT)),)


class StudioTakes(Takes):
    """Refuses a form that is not filled in as it should be, which then keeps what is in it."""

    def __call__(self, raw: Raw) -> Speech:
        """The message, checked."""
        message = super().__call__(raw)
        if isinstance(message, BeginProfile | BeginBranching):
            first_text(message)
        return message
