"""Ground rules, alone and in a cohort: an aim first, consent, days of review, and no word lost."""

import base64
import re
from datetime import date, timedelta
from io import BytesIO
from uuid import uuid4

import docx
import pytest

from dlcourse.domain.cohort.messages import ArchiveCohort, GiveRole
from dlcourse.domain.dates import TakeCalendar
from dlcourse.domain.download import DownloadView
from dlcourse.domain.ground_rules.messages import (
    AdoptRule,
    AnswerRule,
    DropRule,
    EditRule,
    GroundRules,
    ProposeRule,
    ReviewRule,
    SetTextAside,
    TakeRules,
    WriteAim,
)
from dlcourse.domain.ground_rules.views import GroundRulesView, RuleCard
from dlcourse.domain.inquiry.messages import InquiryPart, InquiryPartView
from dlcourse.domain.mywork.work import EraseWork, RestoreWork, TakeAlong, WorkFileView, WorkView, YourWork
from dlcourse.domain.mywork.work_file import pack
from dlcourse.domain.portfolio.messages import PutIn, TakePortfolio
from dlcourse.domain.speech import Query
from dlcourse.domain.viewer import Viewer
from dlcourse.errors import CourseError
from dlcourse.handlers.registers.people import today
from dlcourse.pages.ground_rules import room, words
from dlcourse.pages.ground_rules.page import contents
from dlcourse.pages.registers.page import ONLY_READ
from tests.classroom import Classroom, Member
from tests.handlers.mywork.test_nonsense import file as made_up
from tests.person import Person

AIM = "Every eighth grader can explain one thing with evidence."
RULE = "On Fridays we read two paragraphs first."
CHANGE = "If nobody learns anything from them."


def seen(person: Person, step: int = 0) -> GroundRulesView:
    """The register as this person sees it."""
    view = person.course.see(GroundRules(step=step))
    assert isinstance(view, GroundRulesView)
    return view


def proposed(person: Person, words: str = RULE) -> RuleCard:
    """A rule that this person proposed, after the aim if there is none yet."""
    if not seen(person).aim.newest:
        person.do(WriteAim, after=0, aim=AIM, notice="They ask for it.")
    person.do(ProposeRule, rule=uuid4().hex, words=words, change=CHANGE)
    return seen(person).rules[-1]


def file(person: Person, query: Query) -> bytes:
    """The file that answers a query."""
    view = person.course.see(query)
    assert isinstance(view, DownloadView)
    return base64.b64decode(view.content)


def soon() -> date:
    """A day of review."""
    return today() + timedelta(days=42)


def test_a_rule_is_for_an_aim(ann: Person) -> None:
    """No rule is proposed before there is an aim, and a rule says what would make one change it."""
    with pytest.raises(CourseError, match="no aim yet"):
        ann.do(ProposeRule, rule=uuid4().hex, words=RULE, change=CHANGE)
    ann.do(WriteAim, after=0, aim=AIM)
    with pytest.raises(CourseError, match="make you change it"):
        ann.do(ProposeRule, rule=uuid4().hex, words=RULE)
    assert proposed(ann).status == "provisional"


def test_alone_a_rule_is_adopted_reviewed_changed_and_dropped(ann: Person) -> None:
    """One's own rule goes its whole way: adopted until a day, kept, provisional again when changed, and dropped."""
    rule = proposed(ann)
    with pytest.raises(CourseError, match="not ahead"):
        ann.do(AdoptRule, rule=rule.id, version=1, review=today())
    ann.do(AdoptRule, rule=rule.id, version=1, review=soon())
    ann.do(ReviewRule, rule=rule.id, review=soon() + timedelta(days=7), words="Two of us changed a lesson.")
    (kept,) = seen(ann).rules
    assert (kept.status, kept.review, kept.overdue) == ("adopted", soon() + timedelta(days=7), False)
    ann.do(EditRule, rule=rule.id, after=1, words="On Mondays we read two paragraphs first.", change=CHANGE)
    (changed,) = seen(ann).rules
    assert (changed.status, changed.review) == ("provisional", None)
    with pytest.raises(CourseError, match="changed since you read"):
        ann.do(AdoptRule, rule=rule.id, version=1, review=soon())
    with pytest.raises(CourseError, match="needs a reason"):
        ann.do(DropRule, rule=rule.id)
    ann.do(DropRule, rule=rule.id, words="Nobody came.")
    assert [said.kind for said in seen(ann).rules[0].said] == ["adopted", "reviewed", "dropped"]


def test_a_cohort_of_five_consents_dissents_and_adopts(classroom: Classroom) -> None:
    """A rule is adopted once two people consent to its words and nobody dissents; a new text asks everybody again."""
    people = [classroom.joined(name) for name in ("Ann", "Ben", "Cleo", "Dov", "Eda")]
    ann, ben, cleo, dov, eda = people
    rule = proposed(ann)
    ben.do(AnswerRule, rule=rule.id, version=1, stance="consent")
    with pytest.raises(CourseError, match="cannot be adopted yet"):
        ann.do(AdoptRule, rule=rule.id, version=1, review=soon())
    with pytest.raises(CourseError, match="needs a reason"):
        cleo.do(AnswerRule, rule=rule.id, version=1, stance="dissent", words=" ")
    cleo.do(AnswerRule, rule=rule.id, version=1, stance="dissent", words="I have bus duty on Fridays.")
    dov.do(AnswerRule, rule=rule.id, version=1, stance="consent")
    assert "dissents" in seen(eda).rules[0].hindrance
    dov.do(EditRule, rule=rule.id, after=1, words="On Mondays we read two paragraphs first.", change=CHANGE)
    assert not any(said.current for said in seen(eda).rules[0].said)
    for person in (cleo, eda):
        person.do(AnswerRule, rule=rule.id, version=2, stance="consent")
    eda.do(AdoptRule, rule=rule.id, version=2, review=soon())
    for person in people:
        (card,) = seen(person).rules
        assert (card.status, card.authors) == ("adopted", ("Ann", "Dov"))
        assert [said.words for said in card.said if said.kind == "dissent"] == ["I have bus duty on Fridays."]


def test_a_dissent_counts_only_while_the_person_is_there(classroom: Classroom) -> None:
    """Whoever has left the cohort keeps no rule from being adopted; their name is gone, and their words stay."""
    ann, ben, cleo = (classroom.joined(name) for name in ("Ann", "Ben", "Cleo"))
    rule = proposed(ann)
    cleo.do(AnswerRule, rule=rule.id, version=1, stance="dissent", words="Not like this.")
    for person in (ann, ben):
        person.do(AnswerRule, rule=rule.id, version=1, stance="consent")
    assert seen(ann).rules[0].hindrance
    erase(cleo)
    assert not seen(ann).rules[0].hindrance
    assert [(said.by, said.words) for said in seen(ann).rules[0].said][:1] == [("Somebody who left", "")]
    ann.do(AdoptRule, rule=rule.id, version=1, review=soon())


def test_an_observer_reads_and_changes_nothing(classroom: Classroom) -> None:
    """An observer of the cohort sees its rules, follows and takes them along, and is refused every change."""
    ann, ben = classroom.joined("Ann"), classroom.joined("Ben")
    rule = proposed(ann)
    classroom.host.do(GiveRole, cohort=classroom.cohort, person=ben.id, role="observer")
    assert (seen(ann).only_read, seen(ben).only_read, seen(ben).rules[0].words) == (False, True, RULE)
    ben.course.watch(seen(ben).topic, lambda: None)()
    assert RULE in docx_text(file(ben, TakeRules()))
    with pytest.raises(CourseError, match="you are an observer"):
        ben.do(AnswerRule, rule=rule.id, version=1, stance="consent")
    page = contents(seen(ben))
    assert (page["fixed"], page["who"]) == (True, ONLY_READ)
    assert not contents(seen(ann))["fixed"]


def test_the_screen_for_the_room_counts_answers_and_names_nobody(classroom: Classroom) -> None:
    """It shows the aim, each rule with its counts and reasons, and the whole; who wrote what stays on the phones."""
    ann, ben, cleo = (classroom.joined(name) for name in ("Ann", "Ben", "Cleo"))
    assert room.parts(seen(ann))[0]["listed"] == [words.ROOM_AIM]
    rule = proposed(ann)
    cleo.do(AnswerRule, rule=rule.id, version=1, stance="dissent", words="I have bus duty.")
    ben.do(AnswerRule, rule=rule.id, version=1, stance="consent")
    aim, shown, whole = room.parts(seen(ann))
    assert (aim["title"], shown["title"], shown["listed"]) == (AIM, RULE, ["I have bus duty."])
    assert [each["number"] for each in shown["counts"]] == ["1", "1", "1"]
    assert [each["number"] for each in whole["counts"]] == ["1", "0"]
    assert not {"Ann", "Ben", "Cleo"} & set(re.findall(r"\w+", str((aim, shown, whole))))
    cleo.do(AnswerRule, rule=rule.id, version=1, stance="consent")
    ann.do(AdoptRule, rule=rule.id, version=1, review=soon())
    shown = room.parts(seen(ann))[1]
    assert (shown["counts"], shown["listed"], "Adopted until" in shown["mark"]) == ([], [], True)


def docx_text(content: bytes) -> str:
    """All text in the tables and paragraphs of a Word file."""
    document = docx.Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*cells, *(each.text for each in document.paragraphs)])


def test_two_editors_at_once_lose_no_word(classroom: Classroom) -> None:
    """The later text is kept beside the newest one, everybody sees both, and one decides between them."""
    ann, ben = classroom.joined("Ann"), classroom.joined("Ben")
    rule = proposed(ann)
    ann.do(EditRule, rule=rule.id, after=1, words="Ann's words", change=CHANGE)
    ben.do(EditRule, rule=rule.id, after=1, words="Ben's words", change=CHANGE)
    for person in (ann, ben):
        (card,) = seen(person).rules
        (rival,) = card.text.rivals
        assert (card.words, rival.answers["rule"], rival.by) == ("Ann's words", "Ben's words", "Ben")
        assert "two texts" in card.hindrance.lower()
    ann.do(SetTextAside, item=rule.id, rival=3)
    assert [version.answers["rule"] for version in seen(ben).rules[0].text.earlier] == ["Ben's words", RULE]
    ben.do(WriteAim, after=0, aim="Another aim")
    assert [rival.answers["aim"] for rival in seen(ann).aim.rivals] == ["Another aim"]
    ann.do(WriteAim, after=1, aim="One aim from both", settles=2)
    assert (seen(ben).aim.answer("aim"), seen(ben).aim.rivals) == ("One aim from both", ())


def test_any_past_version_is_rebuilt_exactly(classroom: Classroom) -> None:
    """After each step, the register of that moment can be seen again later as it was."""
    ann, ben = classroom.joined("Ann"), classroom.joined("Ben")
    rule = proposed(ann)
    moments = [seen(ann)]
    for person, kind, parts in (
        (ben, AnswerRule, {"version": 1, "stance": "consent"}),
        (ann, AnswerRule, {"version": 1, "stance": "consent"}),
        (ben, AdoptRule, {"version": 1, "review": soon()}),
        (ann, EditRule, {"after": 1, "words": "New words", "change": CHANGE}),
        (ben, EditRule, {"after": 1, "words": "Other words", "change": CHANGE}),
        (ann, DropRule, {"words": "No use"}),
    ):
        person.do(kind, rule=rule.id, **parts)
        moments.append(seen(ann))
    for number, moment in enumerate(moments, len(moments[0].steps)):
        past = seen(ann, number)
        assert (past.aim, past.rules, past.changed) == (moment.aim, moment.rules, moment.changed)


def test_a_cohort_s_rules_are_its_own(classroom: Classroom) -> None:
    """Nobody outside the cohort sees its rules, who joins later sees them all, and they end with the cohort."""
    ann = classroom.joined("Ann")
    proposed(ann)
    elsewhere = Classroom(classroom.store, "Spring deans", classroom.entrance)
    assert seen(elsewhere.joined("Ann")).aim.newest is None
    assert seen(Person(classroom.course_of(Viewer(ann.id)))).aim.newest is None
    assert seen(classroom.joined("Late")).rules[0].words == RULE
    with pytest.raises(CourseError):
        elsewhere.joined("Ben").course.watch(seen(ann).topic, lambda: None)
    classroom.host.do(ArchiveCohort, cohort=classroom.cohort)
    with pytest.raises(CourseError, match="it has ended"):
        ann.do(WriteAim, after=1, aim="Something else")
    assert seen(ann).rules[0].words == RULE


def test_rules_go_into_files_calendar_portfolio_and_problem(ann: Person) -> None:
    """An adopted rule is in the Word file, in the calendar, in the portfolio and in the form of the problem."""
    rule = proposed(ann)
    ann.do(AdoptRule, rule=rule.id, version=1, review=soon())
    document = docx.Document(BytesIO(file(ann, TakeRules())))
    words = [paragraph.text for paragraph in document.paragraphs]
    words += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert {AIM, RULE, CHANGE} <= set(words)
    calendar = file(ann, TakeCalendar()).decode().replace("\r\n ", "")
    assert RULE in calendar
    assert f"DTSTART;VALUE=DATE:{soon():%Y%m%d}" in calendar
    ann.do(PutIn, item="ground-rules/rules")
    assert RULE in file(ann, TakePortfolio(form="md")).decode()
    part = ann.course.see(InquiryPart(part="04-ground-rules"))
    assert isinstance(part, InquiryPartView)
    assert {AIM, RULE} <= set(str(part.model_dump()).split("'"))


def test_rules_are_taken_along_erased_and_brought_back(ann: Person) -> None:
    """A person's file holds their rules, erasing deletes them, and restoring the file brings them back."""
    proposed(ann)
    before, along = seen(ann), ann.course.see(TakeAlong())
    assert isinstance(along, WorkFileView)
    erase(ann)
    assert seen(ann).aim.newest is None
    ann.do(RestoreWork, packed=pack(along.document.encode()))
    assert (seen(ann).aim, seen(ann).rules) == (before.aim, before.rules)


def test_erasing_takes_a_person_s_words_out_of_a_cohort_s_rules(classroom: Classroom) -> None:
    """The words of somebody who was erased are gone from the cohort's rules, and the others' stay."""
    ann, ben = classroom.joined("Ann"), classroom.joined("Ben")
    proposed(ann)
    proposed(ben, "Ben's own rule")
    erase(ann)
    view = seen(ben)
    assert [rule.words for rule in view.rules] == ["", "Ben's own rule"]
    assert AIM not in view.model_dump_json()
    assert "Ann" not in view.model_dump_json()


@pytest.mark.parametrize("register", ["ground-rules", "responsibility"])
def test_a_file_brings_nothing_into_a_cohort_of_others(classroom: Classroom, register: str) -> None:
    """A made-up file with steps in the register of a cohort is refused to whoever has no part in that cohort."""
    events = {
        "ground-rules": ("AimWritten", {"words": "w", "after": 0}),
        "responsibility": ("ShareWritten", {"share": "share-one", "words": "w", "after": 0}),
    }
    packed = pack(made_up([(f"cohort-{register}/{classroom.cohort}", *events[register])], {"w": "{}"}))
    elsewhere = Classroom(classroom.store, "Spring deans", classroom.entrance)
    with pytest.raises(CourseError, match="do not fit together"):
        elsewhere.joined("Ben").do(RestoreWork, packed=packed)
    classroom.joined("Ann").do(RestoreWork, packed=packed)


def test_a_file_adopts_nothing_without_the_others(classroom: Classroom) -> None:
    """A made-up file in which somebody adopts a rule of their cohort alone is refused."""
    ann, _ = classroom.joined("Ann"), classroom.joined("Ben")
    stream, rule = f"cohort-ground-rules/{classroom.cohort}", "rule-of-ann"
    steps: list[tuple[str, str, dict[str, object]]] = [
        (stream, "AimWritten", {"words": "w", "after": 0}),
        (stream, "RuleProposed", {"rule": rule, "words": "r"}),
        (stream, "RuleAnswered", {"rule": rule, "version": 1, "stance": "consent", "words": "c"}),
    ]
    adopted = (stream, "RuleAdopted", {"rule": rule, "version": 1, "review": "2100-01-01"})
    texts = {"w": "{}", "r": "{}", "c": ""}
    with pytest.raises(CourseError, match="do not fit together"):
        ann.do(RestoreWork, packed=pack(made_up([*steps, adopted], texts)))
    assert seen(ann).rules == ()
    ann.do(RestoreWork, packed=pack(made_up(steps, texts)))
    assert [card.status for card in seen(ann).rules] == ["provisional"]


def erase(person: Person | Member) -> None:
    """Erase all work of this person."""
    work = person.course.see(YourWork())
    assert isinstance(work, WorkView)
    person.do(EraseWork, mark=work.mark)
