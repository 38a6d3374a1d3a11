"""Serves the course, and leaks while its home has a file ``leak``: ``python -m tests.rehearsing.leaky serve --home …``.

Then the secretary's page has a fact of the principal's, as if everybody had heard it.
"""

import sys
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

from dlcourse.cli import main
from dlcourse.domain.live.group import LiveGroup
from dlcourse.domain.live.seat import Readable, group_for
from dlcourse.domain.live.seat_views import LiveFact, LiveGroupView

LEAK = "leak"
GETS, LOSES = "secretary", "principal"


def leaky(home: Path) -> None:
    """Let a home leak while it has the file."""

    def leaking(group: LiveGroup, role: str, known: Readable, now: datetime) -> LiveGroupView:
        view = group_for(group, role, known, now)
        if role != GETS or not (home / LEAK).exists():
            return view
        fact = next(each for each in group.scenario.unique if LOSES in each.held_by)
        told = LiveFact(id=fact.id, text=fact.text, since="heard", by=LOSES)
        return view.model_copy(update={"facts": (*view.facts, told)})

    patch("dlcourse.handlers.live.seats.group_for", leaking).start()


if __name__ == "__main__":
    leaky(Path(sys.argv[sys.argv.index("--home") + 1]))
    main()
