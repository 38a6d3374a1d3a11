"""How long a log of thousands of entries takes to show and to search.

``python -m tests.bench.bench_log [ENTRIES]``: one person writes so many entries of some hundred words, one of them with
a hundred thousand characters. Prints milliseconds of server time for each look: for the first one after a start, which
folds the whole log, and the median of the others. Ends with status 1 where any of them takes `AIM` or more. What other
programs on the machine take is not counted: it is the time of this process.
"""

import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from uuid import UUID

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.reflection.entries import EntryStep, Log, WriteEntry, write
from dlcourse.domain.reflection.log import REFLECTION, OneEntry, SessionLog, WholeLog
from dlcourse.domain.speech import Query
from dlcourse.handlers.reflection import entries as handlers
from dlcourse.store import Store, WriteTransaction

ENTRIES, WORDS, LONG = 5000, 150, 100_000
AIM = 300.0
"""Milliseconds."""
TIMES = 7
VOCABULARY = [
    f"{start}{end}" for start in ("les", "tim", "mee", "cor", "bus") for end in ("son", "ing", "ridor", "table")
]


def entries(count: int, dice: Random) -> list[WriteEntry]:
    """Return what one person writes in years."""
    asked = [(s.id, p.id) for s in Library(files.data()).curriculum().sessions for p in s.prompts]
    made = []
    for at in range(count):
        session, prompt = dice.choice([*asked, ("", "")])
        words = "x" * LONG if at == count // 2 else " ".join(dice.choices(VOCABULARY, k=WORDS))
        made.append(
            WriteEntry(
                id=new_id(dice),
                entry=new_id(dice),
                session=session,
                prompt=prompt,
                steps=(EntryStep(words=f"{words} {'needle' if at % 1000 == 0 else ''}"),),
                principles=tuple(dice.sample(sorted(PRINCIPLES), k=dice.randint(0, 3))),
                confidence=dice.choice([None, 1, 2, 3, 4, 5]),
            )
        )
    return made


def new_id(dice: Random) -> str:
    """Return an id as a browser makes one."""
    return UUID(int=dice.getrandbits(128)).hex


def fill(store: Store, commands: list[WriteEntry]) -> None:
    """Record the commands as the course does, all in one transaction."""
    curriculum, log = Library(files.data()).curriculum(), Log()

    def work(transaction: WriteTransaction) -> None:
        for at, command in enumerate(commands):
            event = write(command, log, curriculum)
            transaction.append(f"{REFLECTION}ann", at, command.id, "ann", [event], command.texts())

    store.write(work)


def took(look: Callable[[], object]) -> float:
    """Return how many milliseconds a look takes."""
    began = time.process_time()
    look()
    return 1000 * (time.process_time() - began)


def main(argv: list[str]) -> int:
    """Run it; ``argv`` may say how many entries."""
    count, dice = int(argv[0]) if argv else ENTRIES, Random(5)
    commands = entries(count, dice)
    looks: dict[str, Query] = {
        "first page": WholeLog(),
        "last page": WholeLog(page=count // 20),
        "search, few found": WholeLog(find="needle"),
        "search, most found": WholeLog(find="LESson busTABLE"),
        "search, none found": WholeLog(find="nowhere"),
        "session and principle": WholeLog(session="03-the-reading-gap", principle="P1"),
        "a session's page": SessionLog(session="03-the-reading-gap"),
        "the longest entry": OneEntry(entry=commands[count // 2].entry),
    }
    with (
        TemporaryDirectory(prefix="dlcourse-log-") as home,
        closing(Store.open(f"sqlite:///{home}/course.db")) as store,
    ):
        fill(store, commands)
        course = LocalCourse(store, "ann", Library(files.data()))
        handlers._folded.clear()
        worst = took(partial(course.see, WholeLog()))
        sys.stdout.write(f"{count:,} entries; milliseconds: first look {worst:.0f}\n")
        for name, query in looks.items():
            times = [took(partial(course.see, query)) for _ in range(TIMES)]
            worst = max(worst, median(times))
            sys.stdout.write(f"  {name}: {median(times):.0f} (at most {max(times):.0f})\n")
        writing = median(took(partial(course.do, one)) for one in entries(TIMES, Random(7)))
        sys.stdout.write(f"  one more entry: {writing:.0f}\n")
    return 0 if worst < AIM else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
