"""What a learner does that figures about a cohort count."""

from uuid import uuid4

from dlcourse.domain.reflection.commitments import AnswerCommitment, MakeCommitment, Outcome
from dlcourse.domain.reflection.entries import EntryStep, WriteEntry
from dlcourse.domain.selfcheck.readiness import Check, CheckView, Rate
from dlcourse.domain.selfcheck.sorting import Sort, Sorting, SortingView
from tests.person import Person

SORTING, CHECK, SESSION = "sorting", "readiness", "03-the-reading-gap"


def sort_all(person: Person, answer: str = "distribution") -> None:
    """Sort every situation that everyone sorts, each as this kind."""
    while (view := _sorting(person)).seen < view.all:
        assert view.next
        person.do(Sort, exercise=SORTING, situation=view.next.id, answer=answer)


def rate_all(person: Person, level: int = 3, round_: int = 1) -> None:
    """Give every statement of the self-check this level."""
    view = person.course.see(Check(check=CHECK, round=round_))
    assert isinstance(view, CheckView)
    for group in view.groups:
        for statement in group.statements:
            person.do(Rate, check=CHECK, statement=statement.id, level=level, round=round_)


def be_sure(person: Person, confidence: int = 4, session: str = SESSION, visibility: str = "private") -> None:
    """Write an entry in a session, and say how sure one is."""
    steps = (EntryStep(words="I asked the cook first."),)
    parts = {"session": session, "confidence": confidence, "visibility": visibility}
    person.do(WriteEntry, entry=uuid4().hex, steps=steps, **parts)


def promise(person: Person, outcome: Outcome | None = None, session: str = SESSION) -> None:
    """Promise something in a session, and say what became of it."""
    commitment = uuid4().hex
    person.do(MakeCommitment, commitment=commitment, session=session, what="Ask the cook.", by="2100-01-01")
    if outcome:
        person.do(AnswerCommitment, commitment=commitment, outcome=outcome, words="I did.")


def learn(person: Person) -> None:
    """Do all of it once."""
    sort_all(person)
    rate_all(person)
    rate_all(person, 4, 2)
    be_sure(person)
    promise(person, "kept")
    person.whole_play()


def _sorting(person: Person) -> SortingView:
    view = person.course.see(Sorting(exercise=SORTING))
    assert isinstance(view, SortingView)
    return view
