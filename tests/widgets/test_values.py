"""What a cell can read of a page: plain data that can be observed, and no more than the page shows."""

import asyncio
import json
import threading
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from dlcourse.domain.matching.board import PutPerson
from dlcourse.domain.matching.plan_messages import Plans
from dlcourse.domain.matching.plan_views import PlansView
from dlcourse.domain.network.messages import Guess, GuessInNetwork
from dlcourse.domain.roleplay.messages import ShareFact
from dlcourse.domain.speech import Command, encode
from dlcourse.widgets.page import PageWidget
from tests.person import GAP, Person
from tests.results.active import do_everything
from tests.serving import until

LAKE = "lakeside-school"


@pytest.fixture
def shown(ann: Person) -> Iterator[Any]:
    """Shows a page of one person as a cell does."""
    made: list[PageWidget] = []

    def show(page: str, **place: str) -> PageWidget:
        made.append(PageWidget(page, place, ann.course))
        return made[-1]

    yield show
    for widget in made:
        widget.close()


def say(widget: PageWidget, kind: type[Command], **parts: Any) -> None:
    """Send a command as the page does, and wait until its answer is there."""
    before = widget.props["revision"]
    widget._take({**encode(kind(id=uuid4().hex, **parts))})
    until(lambda: widget.props["revision"] != before)
    widget._thread.submit(lambda: None).result()


def texts(value: object) -> Iterator[str]:
    """Every line of text in plain data that has blanks in it, which is no id."""
    if isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)
    elif isinstance(value, str) and " " in value.strip():
        yield from value.splitlines()


def check(widget: PageWidget) -> None:
    """The value of a page is plain data, nothing in it is not on the page, and it is not sent to the browser."""
    assert json.loads(json.dumps(widget.value)) == widget.value
    page = json.dumps(widget.props, ensure_ascii=False)
    assert [text for text in texts(widget.value) if json.dumps(text, ensure_ascii=False)[1:-1] not in page] == []
    assert "value" not in widget.get_state()
    assert "value" not in widget.keys


def test_a_board(shown: Any) -> None:
    """The value of a board changes with each move, and whoever observes it is told."""
    widget = shown("matchboard", team="small-school")
    heard: list[dict[str, Any]] = []
    widget.observe(lambda change: heard.append(change["new"]), "value")
    assert (widget.value["team"], widget.value["parts"], widget.value["covered"]) == ("small-school", [], 0)
    assert len(widget.value["open"]) == 12
    part = {"task": "Evening for families", "person": "Yuki Tanaka", "part": "accountable"}
    say(widget, PutPerson, team="small-school", **part)
    assert widget.value["parts"] == [part]
    assert heard == [widget.value]
    check(widget)


def test_a_role_play(ann: Person, shown: Any) -> None:
    """The value of a role-play is what one's own seat knows; before a play and for other seats there is nothing."""
    assert shown("roleplay", scenario=GAP).value is None
    play = ann.talk()
    widget = shown("roleplay", scenario=GAP)
    own = [fact for fact in widget.value["facts"] if fact["since"] == "own"]
    assert (widget.value["seat"], widget.value["stage"], len(own)) == ("principal", "talk", 3)
    say(widget, ShareFact, play=play, fact=own[0]["id"])
    assert [fact["minute"] for fact in widget.value["facts"] if fact["id"] == own[0]["id"]] == [1]
    assert widget.value["scores"] is None
    check(widget)


def test_a_role_play_that_has_ended(ann: Person, shown: Any) -> None:
    """After the end the scores are those of the debrief."""
    play = ann.whole_play()
    widget = shown("roleplay", scenario=GAP, play=play)
    talk = ann.debrief(play).talk
    assert talk
    assert widget.value["scores"]["coverage"] == talk.coverage
    assert widget.value["stage"] == "end"


def test_a_network(shown: Any) -> None:
    """The value of a network has its people only, until one has guessed; then its ties and its figures."""
    widget = shown("network", network=LAKE)
    assert (len(widget.value["people"]), widget.value["ties"], widget.value["figures"]) == (24, None, None)
    check(widget)
    say(widget, GuessInNetwork, network=LAKE, guess=Guess(most="", splits="", alone=""))
    assert (len(widget.value["ties"]), widget.value["figures"]["people"]) == (61, 24)
    assert shown("network").value is None


def test_a_log_and_a_plan(ann: Person, shown: Any) -> None:
    """The value of a log has the entries and promises that are shown; that of the planning page what is open."""
    do_everything(ann)
    log = shown("log", session="03-the-reading-gap")
    (entry,), (promise,) = log.value["entries"], log.value["promises"]
    assert (entry["confidence"], entry["whole"], promise["what"]) == (4, False, "Ask the cook.")
    assert shown("log").value["entries"] == [entry]
    check(log)
    assert shown("plan").value is None
    saved = ann.course.see(Plans())
    assert isinstance(saved, PlansView)
    mark = saved.teams[0]
    team = shown("plan", team=mark.team)
    assert (team.value["plan"], len(team.value["people"])) == ("", 10)
    open_plan = shown("plan", plan=mark.plans[0].plan)
    assert (open_plan.value["plan"], open_plan.value["standing"]) == ("Plan 1", "made")
    assert len(open_plan.value["stages"]) == 7
    for widget in (team, open_plan):
        check(widget)


def test_pages_without_a_value(shown: Any) -> None:
    """A page without a value has None."""
    assert shown("self-check", check="readiness").value is None


def test_in_a_kernel_whoever_observes_is_told_where_cells_run(ann: Person) -> None:
    """In a kernel, observers of a value are called in the thread in which cells run, so that they can display."""

    async def cell() -> list[threading.Thread]:
        widget, told = PageWidget("matchboard", {"team": "small-school"}, ann.course), asyncio.Event()
        threads: list[threading.Thread] = []

        def hear(_: object) -> None:
            threads.append(threading.current_thread())
            told.set()

        widget.observe(hear, "value")
        move = PutPerson(
            id=uuid4().hex, team="small-school", person="Yuki Tanaka", task="Safe way to school", part="learner"
        )
        widget._take(encode(move))
        await asyncio.wait_for(told.wait(), 30)
        widget.close()
        return threads

    assert asyncio.run(cell()) == [threading.main_thread()]
