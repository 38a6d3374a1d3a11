"""Who gets what at every address of the server: each kind of person, with each method, as the table here says.

The addresses and their methods come from the server's own routing table. One that is not in the table here fails.
"""

import re
import uuid
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from types import SimpleNamespace
from typing import Any, cast
from urllib.parse import urlsplit

import pytest
from tornado.web import RequestHandler
from tornado.websocket import WebSocketHandler

from dlcourse.course.entrance import Entered
from dlcourse.domain.cohort.messages import GiveRole, RemovePerson
from dlcourse.domain.portfolio.certificate import Certificates, CertificatesView, IssueCertificate
from dlcourse.domain.reflection.entries import EntryStep, WriteEntry
from dlcourse.server.access.door import Door
from dlcourse.server.access.keys import key_of
from dlcourse.server.access.visits import SessionCookies
from dlcourse.server.app import CourseServer
from dlcourse.server.assets import Assets
from dlcourse.server.pages.light_page import light_addresses
from dlcourse.store import Store
from tests.classroom import Classroom, Member
from tests.server.asking import open_session
from tests.server.test_behind_a_proxy import UPGRADE
from tests.serving import Served, start

Expected = Mapping[str, int]
"""The status of the answer to each kind of person."""

OUT = ("stranger", "removed")
IN = ("observer", "participant", "other participant", "facilitator elsewhere", "co-facilitator", "facilitator", "host")
KINDS = (*OUT, *IN)
FACILITATE = {"facilitator elsewhere", "co-facilitator", "facilitator"}
LEAD = {"co-facilitator", "facilitator", "host"}
OWN, TOLD, NAMED = "canary-for-its-author", "canary-for-facilitators", "Canary in a name"
"""Words of the participant: in a private entry and on a certificate, in one for facilitators, and their name."""
MAY_READ = {OWN: {"participant"}, TOLD: {"participant"} | FACILITATE - {"facilitator elsewhere"}}


def everybody(status: int) -> Expected:
    """The same answer to everybody."""
    return dict.fromkeys(KINDS, status)


def members(status: int, refused: int = 0, only: Set[str] = frozenset(IN)) -> dict[str, int]:
    """Everybody who came in gets this, or only some, and the others are refused. Whoever is out is asked for a key."""
    return {kind: 401 if kind in OUT else status if kind in only else refused for kind in KINDS}


OPEN, MINE, WORK = everybody(200), members(200), members(200, 404, frozenset(IN) - {"observer"})
TABLE: dict[str, dict[str, Expected]] = {
    "session/00-start-here": {"GET": MINE},
    "facilitator/00-start-here": {"GET": members(200, 403, FACILITATE)},
    "exercises/session/00-start-here": {"WEBSOCKET": members(101)},
    "exercises/facilitator/00-start-here": {"WEBSOCKET": members(101, 403, FACILITATE)},
    "list/00-start-here": {"GET": MINE},
    "version/session/00-start-here": {"POST": members(400)},
    "steps": {"POST": members(400)},
    "guides/facilitating": {"GET": MINE},
    "kernels/{kernel}": {"WEBSOCKET": members(101, 404, {"host"})},
    "course": {"POST": everybody(401)},
    "course/watch": {"POST": everybody(401)},
    "work/file": {"GET": MINE, "POST": members(400)},
    "door": {"GET": everybody(302), "POST": everybody(401)},
    "join": {"GET": OPEN, "POST": everybody(400)},
    "join-picture": {"POST": members(400)},
    "switch": {"POST": members(403) | {"host": 303}},
    "privacy": {"GET": OPEN},
    "alive": {"GET": OPEN},
    "live": {"WEBSOCKET": members(101)},
    "certificate/key": {"GET": MINE},
    "certificate/{certificate}.jwt": {"GET": members(200, 404, {"participant"})},
    "portfolio.md": {"GET": WORK},
    "improvement-plan.docx": {"GET": WORK},
    "check-ins.ics": {"GET": WORK},
    "assets/{version}/door.js": {"GET": OPEN},
    "aids/no-aid": {"GET": members(404)},
    "figure/no-figure": {"GET": members(404)},
    "plan/no-team": {"GET": members(404)},
    "play/no-scenario": {"GET": members(404)},
    "sign-out": {"POST": members(303)},
}
"""An address of each kind, each method that it has, and what comes of it."""


def with_pages(table: dict[str, dict[str, Expected]]) -> dict[str, dict[str, Expected]]:
    """The table, and every page without a kernel that has no line in it: such a page is each person's own."""
    patterns = light_addresses()
    there = {pattern for pattern in patterns for address in table if re.fullmatch(pattern, address)}
    return table | {sample(pattern): {"GET": MINE} for pattern in patterns if pattern not in there}


def sample(pattern: str) -> str:
    """An address that a pattern of a page matches; parts that no `World` has are made up."""
    return re.sub(r"\(\?P<(\w+)>.*?\)", lambda part: f"{{{part[1]}}}", pattern).replace("\\", "")


@dataclass(frozen=True)
class World:
    """A served course with one person of each kind, and the parts of addresses that are about some of them."""

    served: Served
    cookies: Mapping[str, str]
    to_end: Mapping[str, str]
    """Cookies of second devices, which sign out."""
    parts: Mapping[str, str]

    def path(self, address: str) -> str:
        """The address with its parts; a part that is not known here is made up."""
        return address.format_map(defaultdict(lambda: "nothing", self.parts))

    def ask(self, kind: str, method: str, address: str) -> tuple[int, str]:
        """The status and the text of the answer to this person."""
        found = urlsplit(self.served.address)
        cookies = self.to_end if address == "sign-out" else self.cookies
        headers = {"Sec-Fetch-Site": "same-origin", "Cookie": cookies[kind]}
        if method == "WEBSOCKET":
            method, headers = "GET", headers | {name.replace("_", "-"): value for name, value in UPGRADE.items()}
        with closing(HTTPConnection(found.hostname or "", found.port, timeout=60)) as connection:
            body = b"{}" if method == "POST" else None
            connection.request(method, found.path + self.path(address), body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode(errors="replace")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """People who have come in, and a kernel that the host has started."""
    home = tmp_path_factory.mktemp("addresses")
    with closing(Store.open(f"sqlite:///{home / 'course.db'}")) as store:
        room = Classroom(store)
        people = everybody_in(room)
        author = people["participant"]
        devices = {name: room.entrance.resume(each.entered.phrase) for name, each in people.items() if name not in OUT}
        parts = {"cohort": room.cohort, "author": author.id, "certificate": work_of(author), "group": "1"}
    served = start(home, arguments=("--kernels=always",))
    first = cookies_of(served, {name: each.entered for name, each in people.items()})
    parts["kernel"] = open_session(served, "session/00-start-here").kernel.removeprefix("kernels/")
    parts["version"] = Assets().version
    yield World(served, first, first | cookies_of(served, devices), parts)
    served.stop()


def cookies_of(served: Served, entered: Mapping[str, Entered]) -> dict[str, str]:
    """The cookies of these people's browsers, of the host's, and of a stranger's."""
    cookie = SessionCookies(Door(served.home, key_of(served.home), "/"), "/").cookie
    found = {name: cookie(each.session, secure=False).partition(";")[0] for name, each in entered.items()}
    return {"stranger": "", "host": served.headers["Cookie"]} | found


def everybody_in(room: Classroom) -> dict[str, Member]:
    """Somebody of each kind who has joined."""
    elsewhere = Classroom(room.store, "Spring deans", room.entrance)
    people = {name: room.joined(name) for name in ("removed", "observer", "other participant", "co-facilitator")}
    people |= {"participant": room.joined(NAMED), "facilitator": room.facilitator()}
    for name in ("observer", "co-facilitator"):
        room.host.do(GiveRole, cohort=room.cohort, person=people[name].id, role=name)
    room.host.do(RemovePerson, cohort=room.cohort, person=people["removed"].id)
    return people | {"facilitator elsewhere": elsewhere.facilitator()}


def work_of(author: Member) -> str:
    """Let somebody write a private entry, one for facilitators, and issue a certificate; returns its id."""
    author.do(WriteEntry, entry=uuid.uuid4().hex, steps=(EntryStep(words=OWN),))
    author.do(WriteEntry, entry=uuid.uuid4().hex, steps=(EntryStep(words=TOLD),), visibility="facilitator")
    author.finish_reading_gap()
    author.do(IssueCertificate, name=OWN)
    view = author.course.see(Certificates())
    assert isinstance(view, CertificatesView)
    return view.issued[0].certificate


def routes() -> list[tuple[str, set[str]]]:
    """Every pattern of the server's routing table, with the methods that its handler has."""
    chosen = SimpleNamespace(kernel_use="auto", host="", root="/")
    nothing = dict.fromkeys(("context", "kernel_manager", "assets", "entrance", "session_cookies", "door"))
    server = SimpleNamespace(**nothing, chosen=chosen, _running=SimpleNamespace(token=""))
    found = CourseServer.init_handlers(cast("CourseServer", server))
    return [(pattern.removeprefix("/"), methods(handler)) for pattern, handler, _ in found]


def methods(handler: Any) -> set[str]:
    """The methods that a handler implements, without a ``HEAD`` that does what ``GET`` does."""
    if issubclass(handler, WebSocketHandler):
        return {"WEBSOCKET"}
    missing = RequestHandler._unimplemented_method
    found = {name for name in RequestHandler.SUPPORTED_METHODS if getattr(handler, name.lower()) is not missing}
    return found - {"HEAD"} if handler.head is handler.get else found


def test_the_table_has_every_address_and_method(world: World) -> None:
    """The table here and the routing table have the same addresses with the same methods."""
    here = {world.path(address): set(asked) for address, asked in with_pages(TABLE).items()}
    there = {
        next((address for address in here if re.fullmatch(pattern, address)), f"no line for {pattern}"): found
        for pattern, found in routes()
    }
    assert there == here


def test_everybody_gets_what_the_table_says(world: World) -> None:
    """Each kind of person gets the expected answer at each address, and nobody else's words are in it."""
    wrong = []
    for address, asked in with_pages(TABLE).items():
        for method, expected in asked.items():
            for kind in KINDS:
                status, text = world.ask(kind, method, address)
                told = [words for words, readers in MAY_READ.items() if words in text and kind not in readers]
                named = NAMED in text and kind in {*OUT, "facilitator elsewhere"}
                if status != expected[kind] or told or named:
                    wrong.append((method, address, kind, status, expected[kind], told, named))
    assert not wrong, "\n".join(map(str, wrong))


def test_no_address_has_another_method(world: World) -> None:
    """Whoever came in is told that there is no such method, and a stranger gets to no handler at all."""
    wrong = []
    for address, asked in with_pages(TABLE).items():
        others = set(RequestHandler.SUPPORTED_METHODS) - asked.keys() - {"HEAD"}
        public = asked[next(iter(asked))]["stranger"] != 401 or address in {"course", "course/watch"}
        for method in others if "WEBSOCKET" not in asked else others - {"GET"}:
            for kind in ("stranger", "host"):
                status, _ = world.ask(kind, method, address)
                allowed = {401} if kind == "stranger" and not public else {403, 405}
                if status not in allowed:
                    wrong.append((method, address, kind, status))
    assert not wrong, "\n".join(map(str, wrong))


def test_what_is_shared_arrives(world: World) -> None:
    """Those who may read the participant's words do find them, so the other tests look for what can be found."""
    shared = {kind for kind in KINDS if TOLD in world.ask(kind, "GET", "shared/{author}")[1]}
    assert shared == MAY_READ[TOLD]
    assert OWN in world.ask("participant", "GET", "work/file")[1]
    assert {kind for kind in KINDS if NAMED in world.ask(kind, "GET", "cohort/{cohort}")[1]} == LEAD | {"participant"}
