"""What a portfolio can take from scrutiny: what a person learned from a round, and their own practice.

What others said in a round belongs to them, so it is not part of anyone else's portfolio.
"""

from collections.abc import Iterator
from functools import partial

from dlcourse.domain.scrutiny.own_practice import OwnPractice
from dlcourse.domain.scrutiny.policy import member_of
from dlcourse.domain.scrutiny.scripted_members import Case
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.portfolio_sources import Finds, Offer, Piece, few, portfolio_source
from dlcourse.handlers.scrutiny.own_practice import show_own_practice
from dlcourse.handlers.scrutiny.rounds import rounds_of
from dlcourse.pages.scrutiny.portfolio import PRACTICES, ROUNDS_LEARNED, practice_item, round_item


@portfolio_source(ROUNDS_LEARNED)
def find_rounds(context: ReadContext) -> Finds:
    exercises = context.library.curriculum().exercises
    cases = [each.of for each in exercises if each.kind == "open-practice"]
    return few(dict(piece for case in cases for piece in _learned(case, context)))


@portfolio_source(PRACTICES)
def find_practices(context: ReadContext) -> Finds:
    exercises = context.library.curriculum().exercises
    found = {each.of: _practice(each.of, context) for each in exercises if each.kind == "own-practice"}
    return few({exercise: piece for exercise, piece in found.items() if piece})


def _learned(exercise: str, context: ReadContext) -> Iterator[tuple[str, Piece]]:
    title = context.library.exercise(exercise, Case).title
    for round_id, circle in rounds_of(exercise, context):
        if said := circle.learned.get(member_of(circle, context.viewer)):
            yield round_id, _round(title, said.words, context)


def _round(title: str, at: str, context: ReadContext) -> Piece:
    words = context.transaction.texts([f"{at}/learned", f"{at}/trying"])
    learned, trying = (words.get(f"{at}/{part}", "") for part in ("learned", "trying"))
    return Offer(title, learned), lambda: round_item(title, learned, trying) if words else None


def _practice(exercise: str, context: ReadContext) -> Piece | None:
    view = show_own_practice(OwnPractice(exercise=exercise), context)
    written = [(part.label, words) for part, words in view.parts if words.strip()]
    eyes = [(f"{each.eyes.name}: {each.eyes.question}", each.words) for each in view.eyes if each.words.strip()]
    if not written:
        return None
    return Offer(view.title, written[0][1]), partial(practice_item, view.title, (*written, *eyes))
