"""Made-up files of work: an impossible one is refused completely, and no page breaks."""

import json
import logging
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.content.matching.samples import role_averages, sample_team
from dlcourse.course.page_host import Host
from dlcourse.domain.curriculum.facilitating import ChooseFacilitating
from dlcourse.domain.curriculum.steps import FinishStep
from dlcourse.domain.curriculum.versions import ChooseVersion
from dlcourse.domain.expertise.profile import ExpertiseList, RateExpertise
from dlcourse.domain.facilitating.presenting import ShowSlide
from dlcourse.domain.ground_rules.messages import AdoptRule, ProposeRule, WriteAim
from dlcourse.domain.inquiry.parts import FIRST, PARTS
from dlcourse.domain.learning.messages import SetOwnPlace, TrySchool
from dlcourse.domain.matching.averages import GuessHighest
from dlcourse.domain.matching.board import PutPerson
from dlcourse.domain.matching.plan_messages import BeginPlan, DropTeam, PlanOf, TakeSample
from dlcourse.domain.matching.plan_views import PlanView
from dlcourse.domain.network.messages import OWN, AddColleagues, Guess, GuessInNetwork
from dlcourse.domain.reciprocity.messages import AskExpectation
from dlcourse.domain.reflection.commitments import AnswerCommitment, MakeCommitment
from dlcourse.domain.reflection.entries import EntryStep, ReviseEntry, WriteEntry
from dlcourse.domain.registers.streams import TOGETHER
from dlcourse.domain.responsibility.messages import ShareOut, TryStrain
from dlcourse.domain.roleplay.studio.messages import SaveScenario
from dlcourse.domain.scrutiny.messages import BeginRound
from dlcourse.domain.scrutiny.own_practice import OpeningUp, WriteDown
from dlcourse.domain.selfcheck.judgment import TIMES, Judge, Judging, JudgingView
from dlcourse.domain.selfcheck.readiness import Rate
from dlcourse.domain.trial.messages import PLAN_WORDS, PlanTrial
from dlcourse.domain.worked_example.mending import MendLine
from dlcourse.errors import CourseError
from dlcourse.handlers.registry import STREAM_CHECKS
from dlcourse.pages.registry import PAGES, page
from tests.domain.mywork.test_work_file import sealed
from tests.handlers.matching.test_plans import ended
from tests.handlers.mywork.test_work import Home, sort_one
from tests.person import Person

PLACES: dict[str, list[dict[str, str]]] = {
    "averages": [{"team": "small-school"}],
    "check-again": [{"check": "readiness"}],
    "judgment": [{"exercise": "judgment", "time": time} for time in TIMES],
    "log": [{}, {"session": "02-everyone-is-an-expert"}],
    "matchboard": [{"team": "small-school"}],
    "network": [{"network": OWN}, {"network": "lakeside-school"}],
    "lead-live": [{"cohort": "none-that-is-here", "session": "none-that-is-here"}],
    "open-live": [{"cohort": "none-that-is-here"}],
    "live": [{"session": "none-that-is-here"}],
    "lead-guide": [{"guide": "running-a-cohort"}],
    "lead-cohort": [{"cohort": "none-that-is-here"}],
    "cohort-report": [{"cohort": "none-that-is-here"}],
    "inquiry": [{"part": part} for part in PARTS],
    "own-practice": [{"exercise": "own-practice"}],
    "plan": [{}, {"team": "of-nobody-here"}, {"plan": "a-plan-of-mine"}],
    "present": [{"session": "03-the-reading-gap"}],
    "run-of-show": [{"session": "03-the-reading-gap"}],
    "speaker-notes": [{"session": "03-the-reading-gap"}],
    "roleplay": [{"scenario": "the-reading-gap"}],
    "scrutiny": [{"exercise": "open-practice"}],
    "worked-example": [{"exercise": "mend-a-demand"}],
    "self-check": [{"check": "readiness"}],
    "shared": [{"author": "somebody-else"}],
    "sorting": [{"exercise": "sorting"}],
}
"""Where each page can be opened; the others have one place only."""
ENTRY: dict[str, Any] = {
    "entry": "e",
    "words": "w",
    "guide": "free",
    "principles": [],
    "confidence": None,
    "visibility": "private",
}
WRITTEN = ENTRY | {"session": "", "prompt": "", "asked": ""}
TEAM = {"words": "team/t", "sample": "", "people": 2, "work": 1, "skills": 0}
PLAN = {"team": "t", "words": "plan/p", "wishes": 0, "away": False, "beside": ""}
TRIED = {"owner": "ann", "expected": 1, "limit": 2, "worse": "above", "on": "2026-04-01", "words": "w"}
MEMBERS = [{"id": name, "name": name} for name in ("one", "two")]
ROUND = {"exercise": "open-practice", "leader": "one", "members": MEMBERS, "seats": {"one": "ann"}}
PAIR = {
    "skills": [],
    "people": [{"name": name, "role": "x", "hours": "4"} for name in ("Ana", "Ben")],
    "work": [{"name": "One", "hours": "2", "least": 1, "most": 2}],
}
STRANGE: dict[str, Any] = {
    "outcome": {"plan": {"contributors": {"One": ["Nobody"]}}, "stages": [], "conflict": None, "seconds": 1}
}
NAMES = json.dumps({"graph": {"people": [f"P{n}" for n in range(500)], "ties": []}, "roles": {}, "acts": []})

Steps = list[tuple[str, str, dict[str, Any]]]
Texts = dict[str, str]
MADE_UP: dict[str, tuple[Steps, Texts]] = {
    "an entry of other words": ([("reflection/ann", "EntryWritten", WRITTEN)], {"w": "not as the course keeps it"}),
    "an earlier version of other words": (
        [("reflection/ann", "EntryWritten", WRITTEN), ("reflection/ann", "EntryRevised", ENTRY | {"words": "v"})],
        {"w": "[1]", "v": '[["", "x"]]'},
    ),
    "a team that is none": ([("team/t", "TeamBrought", TEAM)], {"team/t": "{}", "team/t/name": "T"}),
    "a team that is no text of a team": ([("team/t", "TeamBrought", TEAM)], {"team/t": "x", "team/t/name": "T"}),
    "wishes that are none": (
        [("team/t", "TeamBrought", TEAM), ("plan/p", "PlanBegun", PLAN)],
        {"team/t": json.dumps(PAIR), "team/t/name": "T", "plan/p": "x", "plan/p/name": "P", "plan/p/away": ""},
    ),
    "a plan of strangers": (
        [
            ("team/t", "TeamBrought", TEAM),
            ("plan/p", "PlanBegun", PLAN),
            ("plan/p", "PlanMade", {"words": "plan/p/made", "conflict": False}),
        ],
        {
            "team/t": json.dumps(PAIR),
            "team/t/name": "T",
            "plan/p": "{}",
            "plan/p/name": "P",
            "plan/p/away": "",
            "plan/p/made": json.dumps(STRANGE | {"change": None}),
        },
    ),
    "a plan while nobody of the team is away": (
        [("team/t", "TeamBrought", TEAM), ("plan/p", "PlanBegun", PLAN | {"away": True})],
        {
            "team/t": json.dumps(PAIR),
            "team/t/name": "T",
            "plan/p": "{}",
            "plan/p/name": "P",
            "plan/p/away": "Nobody",
        },
    ),
    "a network of strangers": (
        [("network/ann", "NetworkKept", {"words": "w"})],
        {"w/network": '{"graph": {"people": ["A"], "ties": [{"who": "A", "to": "B"}]}, "roles": {}, "acts": []}'},
    ),
    "a network too large to draw": ([("network/ann", "NetworkKept", {"words": "w"})], {"w/network": NAMES}),
    "a guess that is none": (
        [("network/ann", "NetworkGuessed", {"network": OWN, "words": "w"})],
        {"w/guess": "x"},
    ),
    "a part of a problem that is no set of answers": (
        [("inquiry/ann", "PartWritten", {"part": "00-start-here", "words": "w"})],
        {"w": "[1]"},
    ),
    "a plan whose check-ins come after the end of time": (
        [("inquiry/ann", "PlanScheduled", {"starts": "9999-12-31", "words": "w"})],
        {},
    ),
    "a rule that is no set of answers": (
        [("ground-rules/ann", "RuleProposed", {"rule": "rule-one", "words": "w"})],
        {"w": "[1]"},
    ),
    "a rule that is reviewed after the end of time": (
        [
            ("ground-rules/ann", "RuleProposed", {"rule": "rule-one", "words": "w"}),
            ("ground-rules/ann", "RuleAdopted", {"rule": "rule-one", "version": 1, "review": "9999-12-31"}),
        ],
        {"w": "{}"},
    ),
    "a share that is no set of answers": (
        [("responsibility/ann", "ShareWritten", {"share": "share-one", "words": "w", "after": 0})],
        {"w": "[1]"},
    ),
    "a circle of one": ([("round/r", "RoundBegun", ROUND | {"members": MEMBERS[:1]})], {}),
    "a circle in which a board is cleared": (
        [("round/r", "RoundBegun", ROUND), ("round/r", "BoardCleared", {})],
        {},
    ),
    "a round of a check that nobody can ask for": (
        [("start/ann", "Rated", {"check": "readiness", "round": 9, "statement": "none", "level": 1})],
        {},
    ),
    "a play without a beginning": ([("play/p", "BoardCleared", {})], {}),
    "an expectation in force with nothing given": (
        [
            ("expectation/e", "ExpectationAsked", {"seats": {"asker": "ann"}, "cohort": "", "words": "w"}),
            ("expectation/e", "ExpectationAnswered", {"answer": "accepted", "words": "w"}),
        ],
        {},
    ),
    "a trial that is planned anew while it runs": (
        [("trial/t", "TrialDrafted", TRIED), ("trial/t", "TrialStarted", {}), ("trial/t", "TrialDrafted", TRIED)],
        {},
    ),
    "a trial that goes on past its limit": (
        [
            ("trial/t", "TrialDrafted", TRIED),
            ("trial/t", "TrialStarted", {}),
            *(("trial/t", "ReadingRecorded", {"value": value, "on": "2026-03-01", "words": "w"}) for value in (9, 1)),
        ],
        {},
    ),
}
"""What is well formed step by step, and no page could show: for each, its steps and the texts that they point to."""
HARMLESS: dict[str, tuple[Steps, Texts]] = {
    "an entry whose first version is lost": ([("reflection/ann", "EntryRevised", ENTRY)], {"w": '[["", "x"]]'}),
    "the sharing of an entry that is lost": (
        [("reflection/ann", "EntryShared", {"entry": "e", "visibility": "cohort"})],
        {},
    ),
    "slides that do not exist": (
        [
            ("facilitating/ann", "FacilitatingChosen", {"chosen": True}),
            ("presenting/ann", "SlideShown", {"session": "nowhere", "slide": 1}),
            ("presenting/ann", "SlideShown", {"session": "03-the-reading-gap", "slide": -7}),
        ],
        {},
    ),
    "an answer to a promise that is lost": (
        [("reflection/ann", "CommitmentAnswered", {"commitment": "c", "outcome": "kept", "words": "w", "again": None})],
        {"w": "x"},
    ),
    "a plan without its team": ([("plan/p", "PlanBegun", PLAN)], {"plan/p": "{}", "plan/p/name": "P"}),
    "a plan without a beginning": ([("plan/p", "PlanMade", {"words": "plan/p/made", "conflict": False})], {}),
    "a team without words": ([("team/t", "TeamBrought", TEAM)], {}),
    "a part of a problem without words": (
        [("inquiry/ann", "PartWritten", {"part": "00-start-here", "words": "w"})],
        {},
    ),
    "a part of no problem": ([("inquiry/ann", "PartWritten", {"part": "nowhere", "words": "w"})], {"w": "{}"}),
    "a check-in without a first day": (
        [("inquiry/ann", "CheckInAnswered", {"days": 30, "outcome": "kept", "words": "w"})],
        {},
    ),
    "an entry without words": ([("reflection/ann", "EntryWritten", WRITTEN | {"session": "nowhere"})], {}),
    "a board move of nobody": (
        [("matchboard/ann/small-school", "PersonPut", {"person": "Nobody", "task": "Nothing", "part": "learner"})],
        {},
    ),
    "a move taken back before any": ([("matchboard/ann/small-school", "MoveTakenBack", {})], {}),
    "a board of no team": ([("matchboard/ann/nowhere", "BoardCompared", {})], {}),
    "an answer to no situation": ([("sorting/ann/sorting", "Sorted", {"situation": "none", "answer": "neither"})], {}),
    "an answer in no exercise": ([("sorting/ann/nowhere", "Sorted", {"situation": "none", "answer": "neither"})], {}),
    "a judgment of no situation": (
        [
            (
                "judgment/ann/judgment",
                "SituationJudged",
                {"time": "after", "situation": at, "answer": "z", "words": "w"},
            )
            for at in ("none", "help-desk", "blank-problems", "help-desk")
        ],
        {"w": "x"},
    ),
    "a judgment in no exercise": (
        [("judgment/ann/none", "SituationJudged", {"time": "before", "situation": "s", "answer": "a", "words": ""})],
        {},
    ),
    "a level beyond the scale": (
        [
            ("start/ann", "Rated", {"check": "readiness", "round": 1, "statement": "asked-before", "level": -7}),
            ("start/ann", "Rated", {"check": "nowhere", "round": 1, "statement": "none", "level": 1}),
        ],
        {},
    ),
    "an expertise taken away that never was": ([("expertise/ann", "ExpertiseDropped", {"expertise": "none"})], {}),
    "what is said about a rule that is lost": (
        [
            ("ground-rules/ann", "RuleAdopted", {"rule": "rule-one", "version": 7, "review": "2026-01-01"}),
            ("ground-rules/ann", "TextSetAside", {"item": "aim", "rival": 3}),
            ("ground-rules/ann", "AimWritten", {"words": "w", "after": 9}),
            ("ground-rules/ann", "RuleProposed", {"rule": "rule-two", "words": "gone"}),
            ("ground-rules/ann", "RuleEdited", {"rule": "rule-two", "words": "gone-too", "after": 8, "settles": 5}),
        ],
        {"w": "{}"},
    ),
    "a test of a map on which there is nothing": (
        [
            ("responsibility/ann", "StrainTried", {"kind": "away", "words": "w"}),
            ("responsibility/ann", "ShareEnded", {"share": "share-one", "words": "w"}),
            ("responsibility/ann", "ShareWritten", {"share": "share-two", "words": "gone", "after": 4}),
            ("responsibility/ann", "ChangeSaid", {"traced": "nothing", "words": "w"}),
        ],
        {"w": "{}"},
    ),
    "words through nobody's eyes": (
        [("own-practice/ann/own-practice", "SeenAs", {"eyes": "none", "words": "w"})],
        {"w": "x"},
    ),
    "a line that no example has": (
        [("worked-example/ann/mend-a-demand", "LineMended", {"line": "none", "choice": "none"})],
        {},
    ),
    "an expectation of nobody here": (
        [("expectation/e", "ExpectationAsked", {"seats": {"asker": "ben"}, "cohort": "", "words": "w"})],
        {},
    ),
    "a circle without me": ([("round/r", "RoundBegun", ROUND | {"seats": {}})], {}),
    "a guess about nothing": ([("averages/ann", "HighestGuessed", {"skill": "none", "occupation": "nobody"})], {}),
    "a guess about no network": (
        [("network/ann", "NetworkGuessed", {"network": "nowhere", "words": "w"})],
        {"w/guess": '{"most": "Nobody", "splits": "", "alone": ""}'},
    ),
    "what belongs to another subject": (
        [(f"{kind}/ann", "BoardCleared", {}) for kind in ("start", "reflection", "expertise", "averages", "network")],
        {},
    ),
    "what no page knows": ([("nowhere/ann", "BoardCleared", {})], {}),
}
"""What leads nowhere, and is passed over."""


def file(steps: Steps, texts: Texts) -> bytes:
    """A sealed file with these steps, each from its own command."""
    places: dict[str, int] = {}
    rows = []
    for at, (stream, kind, body) in enumerate(steps):
        places[stream] = places.get(stream, 0) + 1
        row = {"stream": stream, "version": places[stream], "actor": "ann", "command": f"made-up-{at}", "part": 0}
        rows.append(row | {"kind": kind, "body": body, "at": f"2026-03-01T10:00:{at:02}.000+00:00"})
    kept = [{"id": name, "words": words} for name, words in texts.items()]
    return sealed(lambda document: document.update(events=rows, texts=kept, drafts=[], shared=[]))


def open_every_page(home: Home) -> dict[str, list[Any]]:
    """Open each page wherever it can be opened; returns what each sent to the browser. Internal errors are raised."""
    told: dict[str, list[Any]] = {}
    for name in PAGES:
        for place in PLACES.get(name, [{}]):
            said = told.setdefault(name, [])
            host = Host(page(name), home.person.course, said.append, lambda _: None, logging.getLogger("nonsense"))
            host.start(place)
            host.stop()
    return told


@pytest.fixture
def there(tmp_path: Path) -> Home:
    """An empty home."""
    return Home(tmp_path / "there")


@pytest.mark.parametrize("what", MADE_UP)
def test_what_no_page_could_show_is_refused(there: Home, what: str) -> None:
    """A sealed file with steps that are impossible together changes nothing, whatever their subject."""
    with pytest.raises(CourseError, match="do not fit together"):
        there.bring(file(*MADE_UP[what]))
    assert there.there().steps == there.there().texts == 0
    assert all(open_every_page(there).values())


@pytest.mark.parametrize("what", HARMLESS)
def test_what_leads_nowhere_breaks_no_page(there: Home, what: str) -> None:
    """Steps that name something unknown are skipped: every page opens, and the work can be exported again."""
    assert there.bring(file(*HARMLESS[what])).steps == len(HARMLESS[what][0])
    assert all(open_every_page(there).values())
    assert there.file()


def test_honest_work_of_every_subject_comes_back(there: Home, tmp_path: Path) -> None:
    """Work in every subject, including removed things, is restored completely and looks the same."""
    here = Home(tmp_path / "here")
    do_everything(here)
    kept = {event["stream"].partition("/")[0] for event in json.loads(here.file())["events"]}
    # Any guess can be shown, a scenario is checked before, and a cohort's registers are tested with these.
    assert kept - {"averages", "scenario"} == {kind for kind in STREAM_CHECKS if not kind.startswith(TOGETHER)}
    assert there.bring(here.file()).steps == here.there().steps
    assert open_every_page(there).keys() == open_every_page(here).keys() == PAGES.keys()
    view = there.person.course.see(PlanOf(plan="a-plan-of-mine"))
    assert isinstance(view, PlanView)
    assert view.made
    assert view.made.outcome.plan


def judge_first(person: Person) -> None:
    """Answer the first of the eight situations, with a reason."""
    view = person.course.see(Judging(exercise="judgment", time="before"))
    assert isinstance(view, JudgingView)
    assert view.next
    person.do(Judge, exercise="judgment", time="before", situation=view.next.id, answer="a", words="I would.")


def do_everything(home: Home) -> None:
    """Do something in every subject; two teams are added, and one of them is removed with its plan."""
    person, library, entry, promise = home.person, Library(files.data()), uuid4().hex, uuid4().hex
    person.whole_play()
    person.do(Rate, check="readiness", statement="asked-before", level=3)
    sort_one(person)
    judge_first(person)
    person.do(WriteEntry, entry=entry, steps=(EntryStep(words="first"),))
    person.do(ReviseEntry, entry=entry, after=1, steps=(EntryStep(words="then"),))
    person.do(MakeCommitment, commitment=promise, what="to ask")
    person.do(AnswerCommitment, commitment=promise, outcome="kept")
    person.do(ChooseFacilitating, chosen=True)
    person.do(ShowSlide, session="03-the-reading-gap", slide=2)
    person.do(FinishStep, session="00-start-here", step="a-cell")
    person.do(ChooseVersion, session="00-start-here", version="course")
    person.do(RateExpertise, expertise=library.exercise("expertise", ExpertiseList).expertises[0].id, level=2)
    team = sample_team(library, "small-school")
    person.write_part(FIRST)
    put = {"person": team.people[0].name, "task": team.work[0].name, "part": "learner"}
    person.do(PutPerson, team="small-school", **put)
    averages = role_averages(library)
    person.do(GuessHighest, skill=averages.skills[0], occupation=averages.occupations[0])
    person.do(AddColleagues, names=("Ana", "Ben"))
    person.do(GuessInNetwork, network=OWN, guess=Guess(most="Ana", splits="", alone="Ben"))
    person.do(BeginRound, round=uuid4().hex, exercise="open-practice", seat="principal")
    asked = library.exercise("own-practice", OpeningUp).parts[0].id
    person.do(WriteDown, exercise="own-practice", parts={asked: "What I do."})
    for mine, plan in (("team-that-stays", "a-plan-of-mine"), ("team-that-goes", "plan-that-goes")):
        person.do(TakeSample, team=mine, sample="small-school")
        person.do(BeginPlan, plan=plan, team=mine, name="Plan 1")
        ended(person, plan)
    person.do(DropTeam, team="team-that-goes")
    person.do(MendLine, exercise="mend-a-demand", line="who", choice="two-sides")
    person.do(AskExpectation, expectation=uuid4().hex, role="Dean", whom="Tutor", what="Bring drafts.")
    rule = uuid4().hex
    person.do(WriteAim, after=0, aim="Every student can explain.")
    person.do(ProposeRule, rule=rule, words="We read first.", change="If nobody learns.")
    person.do(AdoptRule, rule=rule, version=1, review="2100-01-01")
    person.do(ShareOut, share=uuid4().hex, after=0, what="Reading", answers="Ana")
    person.do(TryStrain, kind="away", who="Ana", expect="Everything")
    plan_words: dict[str, Any] = dict.fromkeys(PLAN_WORDS, "In words.")
    person.do(TrySchool, openness="open", expects="more")
    person.do(SetOwnPlace, coherence="apart")
    person.do(PlanTrial, trial=uuid4().hex, **plan_words, expected=1, limit=2, worse="above", on="2100-01-01")
    person.do(SaveScenario, file="my-case.yaml", text="id: my-case\n", base="")
