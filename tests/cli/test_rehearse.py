"""``dlcourse rehearse``: finds a leak that was planted, and says in plain words what is missing on the way."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from click.testing import CliRunner, Result

from dlcourse.cli import main
from dlcourse.domain.live.messages import CloseLive
from tests.rehearsing.leaky import LEAK
from tests.rehearsing.stage import Stage
from tests.serving import Served

NEVER = "ZZZZ-ZZZZ-ZZZZ"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody takes their time."""
    monkeypatch.setattr("dlcourse.rehearsing.performance.ASK_AGAIN", 0.05)


def rehearse(address: str, code: str, *more: str) -> Result:
    """What the command prints for these arguments."""
    return CliRunner().invoke(main, ["rehearse", address, "--code", code, "--pace=0.05", *more], prog_name="dlcourse")


def led(stage: Stage, *more: str) -> Result:
    """What it prints while somebody seats three people, starts, and closes the session."""
    with ThreadPoolExecutor(1) as thread:
        leading = thread.submit(asyncio.run, stage.begin_and_close(3))
        done = rehearse(stage.served.address, stage.made.join_code, "--seats=3", "--persona=silent", *more)
        leading.result()
    return done


def test_a_planted_leak_is_found(leaky_server: Served) -> None:
    """If a seat is sent another seat's fact, the command names who it was and the fact, and ends with status 1."""
    leak = leaky_server.home / LEAK
    leak.touch()
    done = led(Stage(leaky_server), "--json")
    leak.unlink()
    assert done.exit_code == 1, done.output
    found = json.loads(done.stdout)
    (problem,) = found["problems"]
    assert "Lourdes Okafor" in problem
    assert "a fact before anybody said it" in problem
    assert [seat["own_facts"] for seat in found["seats"]] == [3, 2, 2]


def test_a_clean_rehearsal_says_what_was_seen_and_what_it_waits_for(leaky_server: Served) -> None:
    """Without a leak the command ends with status 0, says on the way what it waits for, and then what each one saw."""
    done = led(Stage(leaky_server))
    assert done.exit_code == 0, done.output
    assert done.stderr.strip()
    assert "Nobody was sent what they should not see." in done.stdout
    assert "Group 1, Anil Raman, principal: Rehearsal 1, who says nothing in the talk" in done.stdout


def test_what_is_missing_on_the_way_is_said_in_plain_words(leaky_server: Served) -> None:
    """A wrong address, a wrong code, no open session and no start end with status 2 and say what to do."""
    stage, address = Stage(leaky_server), leaky_server.address
    assert "nobody started the session in time" in said(rehearse(address, stage.made.join_code, "--seconds=1"))
    stage.host(CloseLive, session=stage.session)
    assert "nobody opened a live session in time" in said(rehearse(address, stage.made.join_code, "--seconds=1"))
    assert "this is the facilitator key" in said(rehearse(address, stage.made.facilitator_key))
    assert "this is no join code" in said(rehearse(address, "x"))
    assert "lets nobody in" in said(rehearse(f"{address}join#code=x", NEVER))
    assert "nothing answers there" in said(rehearse("http://127.0.0.1:9/", NEVER))
    assert "this is no address of a course" in said(rehearse("ftp://x", NEVER))
    assert "no course that people can join" in said(rehearse(f"{address}privacy", NEVER))


def said(done: Result) -> str:
    """What a command said that could not do its work, on one last line."""
    assert done.exit_code == 2, done.output
    assert "Traceback" not in done.output
    return done.stderr.strip().splitlines()[-1]
