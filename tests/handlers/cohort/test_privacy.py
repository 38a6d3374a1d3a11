"""Nothing private passes between people, whatever eight of them do in two cohorts."""

from dlcourse.store import Store
from tests.handlers.cohort.privacy_machine import PrivacyMachine


def test_nobody_sees_what_is_not_for_them(store: Store) -> None:
    """In 500 steps, nobody sees a marked word that is not for them, and all see what is shared with them."""
    machine = PrivacyMachine(store, seed=1)
    machine.run(500, look_after=6)
    assert machine.seen > 0
