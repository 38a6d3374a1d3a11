"""The words about a person's work: what there is, what was restored, what was erased, and what remains."""

from collections.abc import Sequence
from typing import TypedDict

from dlcourse.domain.mywork.work import Erased, Restored, WorkView
from dlcourse.pages.words import counted, listed

FILE = "work/file"
"""Its address."""
WORD = "erase"
"""What is typed to confirm."""

STEPS = "A step is a move, an answer or a note that was saved."
GOES = (
    "every role-play, exercise and self-check of yours, and who you are",
    "everything in your own words, drafts too",
    "the copy that this browser keeps, and what was typed here and not sent yet",
)
REMAINS = (
    "Files of your work that you downloaded or exported: the course cannot reach them. Delete them yourself.",
    "A copy that another browser keeps: open the course there and delete it.",
    "Notebooks that you edited and scenarios that you wrote: they are your files. Delete them in the course folder.",
    "Backups of the course folder that you or your computer made before.",
)
TOGETHER = (
    "What you did together with others, because their work rests on it: it stays for them, without your words and "
    "under a name that leads nowhere."
)

HEAL = "If you have an earlier file of your work, restore it here: what is damaged is replaced from the file."
MOST_NAMED = 10
"""How many damaged pieces are named."""


class CopyWords(TypedDict):
    """The words about the copy that a browser keeps; ``{time}`` is filled in there."""

    label: str
    offer: str
    ask: str
    bring: str
    later: str
    delete: str
    bringing: str
    failed: str


COPY: CopyWords = {
    "label": "A copy of your work",
    "offer": "In this browser there is a copy of your work from {time}.",
    "ask": "This course is still empty. If the copy is yours, you can go on where you were.",
    "bring": "Bring it back",
    "later": "Not now",
    "delete": "Delete the copy",
    "bringing": "Bringing it back…",
    "failed": "That did not work",
}


def here(view: WorkView) -> str:
    """What there is."""
    if not (view.steps or view.texts or view.drafts or view.damaged):
        return "There is nothing of yours yet. What you do in the course will be here."
    said = f"So far: {_amount(view.steps, view.texts)}. {STEPS}"
    return f"{said} {skipped(view.damaged)}" if view.damaged else said


def skipped(damaged: Sequence[str]) -> str:
    """What cannot be read and is therefore missing in a file of work."""
    what = counted(len(damaged), "piece of your work is", "pieces of your work are")
    more = f", and {len(damaged) - MOST_NAMED} more" if len(damaged) > MOST_NAMED else ""
    named = "; ".join(damaged[:MOST_NAMED])
    return f"{what} damaged, cannot be read, and will be missing in the file: {named}{more}. {HEAL}"


def restored(told: Restored) -> list[str]:
    """The result of restoring a file, one sentence for each part; the most important comes first."""
    pieces = {name: counted(getattr(told, name), "piece of work", "pieces of work") for name in _FATES}
    said = [words.format(pieces[name]) for name, words in _FATES.items() if getattr(told, name)]
    if told.drafts_left:
        said.append(
            f"Not brought: {counted(told.drafts_left, 'draft', 'drafts')} for which other words stand here. "
            "The ones here were kept; the others are in the file still."
        )
    brought = ([counted(told.steps, "step", "steps")] if told.steps else []) + (["drafts"] if told.drafts else [])
    first = f"Brought back: {listed(brought)}." if brought else "There was nothing new to bring back."
    return [first, *said]


_FATES = {
    "new": "Not here before: {}.",
    "longer": "Went on in the file, and now here, too: {}.",
    "joined": "Went on here and in the file: {}. Both are kept, in the order of time.",
    "beside": "Went on differently here and in the file: {}. Yours here stays as it was; the file's is beside it.",
    "newer": "Has more here than in the file, and was kept: {}.",
    "same": "The same here already: {}.",
    "left": "Not brought, because others have a part in it: {}.",
}


def erased(told: Erased) -> str:
    """What was erased."""
    if not (told.steps or told.texts or told.drafts):
        return "Nothing of yours is here any more."
    return f"Gone: {_amount(told.steps, told.texts)}."


def remains(together: int) -> list[str]:
    """What an erasure leaves, and why."""
    return [TOGETHER, *REMAINS] if together else [*REMAINS]


def _amount(steps: int, texts: int) -> str:
    said = f"{counted(steps, 'saved step', 'saved steps')} of yours"
    return f"{said}, with {counted(texts, 'text', 'texts')} in your own words" if texts else said
