"""A portfolio: it is empty at first, nobody can add another person's pieces, and pieces are shown as they are now."""

import base64
import io
from collections.abc import Callable
from datetime import date
from uuid import uuid4

import docx
import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.domain.download import DownloadView
from dlcourse.domain.ground_rules.messages import WriteAim
from dlcourse.domain.inquiry.messages import SchedulePlan
from dlcourse.domain.matching.plan_messages import TakeSample
from dlcourse.domain.portfolio.messages import (
    NamePortfolio,
    Portfolio,
    PortfolioView,
    PutIn,
    SwapItems,
    TakeOut,
    TakePortfolio,
)
from dlcourse.domain.reciprocity.messages import AskExpectation, OfferCapacity
from dlcourse.domain.reflection.commitments import AnswerCommitment, DeleteCommitment, MakeCommitment
from dlcourse.domain.reflection.entries import EntryStep, ReviseEntry, ShareEntry, WriteEntry
from dlcourse.domain.responsibility.messages import ShareOut
from dlcourse.domain.roleplay.messages import Decide
from dlcourse.domain.scrutiny.messages import SayLearned
from dlcourse.domain.scrutiny.own_practice import WriteDown
from dlcourse.domain.selfcheck.readiness import Introduce, Rate, SelfCheck
from dlcourse.domain.trial.messages import PLAN_WORDS, PlanTrial, StartTrial
from dlcourse.errors import CourseError
from dlcourse.handlers.portfolio_sources import SOURCES
from dlcourse.pages.portfolio.document import document
from dlcourse.pages.reflection.portfolio import ENTRIES
from dlcourse.store import Store
from tests.handlers.matching.test_plans import begin, bring, ended
from tests.handlers.scrutiny.test_rounds import OWN, open_and_comment
from tests.handlers.scrutiny.test_rounds import begin as begin_round
from tests.handlers.selfcheck.test_judgment import answer as answer_situations
from tests.person import Person

SAID = (
    "I wrote this",
    "I promised this",
    "I reasoned so",
    "Who was heard",
    "Ana Zwölf",
    "I learned this",
    "I try this",
    "I do this",
    "How often it was seen",
    "Too few write on.",
    "I want this",
    "I lead this",
    "I asked this",
    "I tried this",
)
"""Something of each kind of piece."""
CHECK = Library(files.data()).exercise("readiness", SelfCheck)


def write(person: Person, words: str, session: str = "", prompt: str = "") -> str:
    """Write an entry; return its piece."""
    entry = uuid4().hex
    person.do(WriteEntry, entry=entry, session=session, prompt=prompt, steps=(EntryStep(words=words),))
    return f"entry/{entry}"


def promise(person: Person, what: str) -> str:
    """Promise something; return its piece."""
    commitment = uuid4().hex
    person.do(MakeCommitment, commitment=commitment, what=what)
    return f"promise/{commitment}"


def view(person: Person, of: str = "") -> PortfolioView:
    """Return the person's portfolio."""
    found = person.course.see(Portfolio(of=of))
    assert isinstance(found, PortfolioView)
    return found


def taken(person: Person, form: str) -> bytes:
    """Return the person's portfolio as a file."""
    found = person.course.see(TakePortfolio.model_validate({"form": form}))
    assert isinstance(found, DownloadView)
    assert found.name.endswith(f".{form}")
    return base64.b64decode(found.content)


def in_word(person: Person) -> str:
    """Return all words of the person's portfolio as a Word document."""
    file = docx.Document(io.BytesIO(taken(person, "docx")))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in file.paragraphs), *cells])


def registers(person: Person) -> list[str]:
    """Agree on an aim, share something out, ask for something and try something, and return the pieces."""
    person.do(WriteAim, after=0, aim="I want this")
    person.do(ShareOut, share=uuid4().hex, after=0, what="I lead this")
    expectation, trial = uuid4().hex, uuid4().hex
    person.do(AskExpectation, expectation=expectation, role="Dean", whom="Tutor", what="I asked this")
    person.do(OfferCapacity, expectation=expectation, what="I asked this", time="One hour.", on="2100-01-01")
    plan = dict.fromkeys(PLAN_WORDS, "I tried this")
    person.do(PlanTrial, trial=trial, **plan, expected=5, limit=8, worse="above", on="2100-01-01")
    person.do(StartTrial, trial=trial)
    return ["ground-rules/rules", "responsibility/map", f"expectation/{expectation}", f"trial/{trial}"]


def everything(person: Person) -> list[str]:
    """Do a piece of every kind, and return all of them."""
    pieces = [write(person, "I wrote this", "03-the-reading-gap", "how-i-ask"), promise(person, "I promised this")]
    play = person.talk(seat="principal")
    person.do(Decide, play=play, option="buy-program", reason="I reasoned so")
    person.go_on(play)
    for group in CHECK.groups:
        for item in group.items:
            person.do(Rate, check="readiness", statement=item.id, level=3)
    answer_situations(person)
    plan = begin(person, bring(person))
    ended(person, plan)
    circle = begin_round(person)
    open_and_comment(person, circle)
    person.do(SayLearned, **circle, learned="I learned this", trying="I try this")
    person.do(WriteDown, exercise=OWN, parts={"what": "I do this"})
    person.write_part("00-start-here")
    more = ["improvement-plan/plan", f"plan/{plan}", f"round/{circle['round']}", f"practice/{OWN}", "check/readiness"]
    more += ["judgment/judgment", *registers(person)]
    return [*pieces, f"play/{play}", *more]


def test_nothing_is_in_it_unprompted(ann: Person) -> None:
    """Whatever somebody has done is offered, and nothing of it is in the document."""
    everything(ann)
    assert view(ann).pieces == ()
    assert {kind: bool(offers) for kind, offers in view(ann).offers.items()} == dict.fromkeys(view(ann).offers, True)
    for words in (taken(ann, "md").decode(), in_word(ann)):
        assert [said for said in SAID if said in words] == []


def test_what_was_chosen_is_in_both_files(ann: Person) -> None:
    """Each kind of piece can be put in, once, and stands in the Word document and in the Markdown."""
    pieces = everything(ann)
    ann.do(Introduce, name="Ann")
    for piece in pieces:
        ann.do(PutIn, item=piece)
    assert [each.item for each in view(ann).pieces] == pieces
    for words in (taken(ann, "md").decode(), in_word(ann)):
        assert [said for said in SAID if said not in words] == []
    with pytest.raises(CourseError, match="already"):
        ann.do(PutIn, item=pieces[0])


def test_nobody_else_s_piece_can_be_put_in(ann: Person, ben: Person) -> None:
    """Another person's piece, shared or not, gets the same error as one that does not exist."""
    theirs = [*everything(ann), f"play/{ann.begin()}"]
    ann.do(ShareEntry, entry=theirs[0].removeprefix("entry/"), visibility="cohort")
    told = set()
    kinds = (*SOURCES, "drafts", "work", "no-such-kind")
    for piece in [*theirs, *(f"{kind}/never-there" for kind in kinds)]:
        with pytest.raises(CourseError) as refused:
            ben.do(PutIn, item=piece)
        told.add(str(refused.value))
    assert len(told) == 1
    assert view(ben).pieces == ()
    assert b"I wrote this" not in taken(ben, "md")


def test_a_play_that_has_not_ended_cannot_be_put_in(ann: Person) -> None:
    """A debrief tells what everybody knew, so it is shown after the end only, here as well."""
    with pytest.raises(CourseError, match="no such piece"):
        ann.do(PutIn, item=f"play/{ann.begin()}")


def test_pieces_are_shown_as_they_are_now(ann: Person) -> None:
    """The newest version of an entry and the last answer to a promise are in it; nothing earlier or deleted is."""
    entry, made = write(ann, "first words"), promise(ann, "call Joy")
    for piece in (entry, made):
        ann.do(PutIn, item=piece)
    ann.do(ReviseEntry, entry=entry.removeprefix("entry/"), after=1, steps=(EntryStep(words="second words"),))
    ann.do(AnswerCommitment, commitment=made.removeprefix("promise/"), outcome="not kept", words="no time")
    words = taken(ann, "md").decode()
    assert "second words" in words
    assert "first words" not in words
    assert "Not kept" in words
    assert "no time" in words
    ann.do(DeleteCommitment, commitment=made.removeprefix("promise/"))
    assert [piece.item for piece in view(ann).pieces] == [entry]


def test_choosing_changes_nobody_s_view_of_an_entry(ann: Person) -> None:
    """A private entry that was put in stays private in the course."""
    entry = write(ann, "mine alone")
    ann.do(PutIn, item=entry)
    (offer,) = view(ann).offers["entry"]
    assert (offer.private, offer.chosen) == (True, True)


def test_order_and_taking_out(ann: Person) -> None:
    """Pieces change places and are taken out again; where they came from they stay."""
    pieces = [write(ann, f"entry {number}") for number in range(3)]
    for piece in pieces:
        ann.do(PutIn, item=piece)
    ann.do(SwapItems, item=pieces[0], other=pieces[2])
    ann.do(TakeOut, item=pieces[1])
    assert [each.item for each in view(ann).pieces] == [pieces[2], pieces[0]]
    assert len(view(ann).offers["entry"]) == 3


def test_the_name_on_it_is_chosen(ann: Person) -> None:
    """It is the name by which somebody introduced themselves until another is chosen, which may be none."""
    ann.do(Introduce, name="Annie")
    assert view(ann).name == "Annie"
    ann.do(NamePortfolio, name=" Ann\nExample ")
    assert view(ann).name == "Ann Example"
    ann.do(NamePortfolio, name="")
    assert view(ann).name == ""


def test_offers_have_an_end_and_sessions_bring_the_rest(ann: Person) -> None:
    """Of many entries the newest are offered; those of one session can be asked for, and what is in stays in."""
    old = write(ann, "an old one", "03-the-reading-gap")
    assert ENTRIES.most
    for number in range(ENTRIES.most):
        write(ann, f"entry {number}")
    ann.do(PutIn, item=old)
    everywhere = view(ann)
    assert (len(everywhere.offers["entry"]), everywhere.totals["entry"]) == (ENTRIES.most, ENTRIES.most + 1)
    assert old not in {offer.item for offer in everywhere.offers["entry"]}
    assert [offer.item for offer in view(ann, "03-the-reading-gap").offers["entry"]] == [old]
    assert [piece.item for piece in everywhere.pieces] == [old]
    assert b"an old one" in taken(ann, "md")


def test_erased_words_leave_no_trace_in_it(ann: Person, store: Store) -> None:
    """When somebody's words are erased, their portfolio has nothing of them to show."""
    for piece in everything(ann)[:2]:
        ann.do(PutIn, item=piece)
    store.write(lambda transaction: transaction.erase_texts("ann"))
    assert view(ann).pieces == ()
    assert "I wrote this" not in in_word(ann)


def test_session_10_is_done_by_looking_again_and_choosing(ann: Person, person: Callable[[str], Person]) -> None:
    """The last session is done when the plan has a first day, one looked again, and something was chosen."""

    def done() -> bool:
        return next(each.done for each in ann.home().sessions if each.id == "10-your-plan")

    ann.do(PutIn, item=write(ann, "words"))
    ann.do(SchedulePlan, starts=date(2027, 1, 1))
    for number, item in enumerate(item for group in CHECK.groups for item in group.items):
        assert not done()
        ann.do(Rate, check="readiness", statement=item.id, level=number % 6, round=2)
    assert done()


def test_a_sample_is_called_by_its_title(ann: Person) -> None:
    """A plan for a sample team names it as the page of plans does, in the list and in the document."""
    team = uuid4().hex
    ann.do(TakeSample, team=team, sample="small-school")
    plan = begin(ann, team)
    ended(ann, plan)
    ann.do(PutIn, item=f"plan/{plan}")
    assert [offer.where for offer in view(ann).offers["plan"]] == ["A small school"]
    assert "A plan for “A small school”, made on" in str(document(view(ann)))
