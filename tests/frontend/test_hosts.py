"""The two hosts of a page in a real browser: what they show, send, keep and deliver later.

The other side is scripted; the whole course is played elsewhere.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, WebSocketRoute, expect

from dlcourse.pages.fields import choice, required_text
from dlcourse.pages.words import STATUS

SITE = "http://localhost/"
PROPS = {
    "page": "roleplay",
    "place": {"scenario": "bus", "play": ""},
    "status": STATUS,
    "saved": "",
    "notice": None,
    "title": "The late buses",
    "screen": "brief",
    "heading": "The late buses",
    "summary": "Buses come late.",
    "time": "About 30 minutes in all",
    "setting": "<p>It is <em>Thursday</em>.</p>",
    "read": "I have read the case",
    "form": {
        "slot": "seat/bus",
        "say": "BeginPlay",
        "fixed": {"scenario": "bus"},
        "fresh": "play",
        "fields": [
            choice(
                "seat",
                "Which seat do you take?",
                [
                    {
                        "value": "driver",
                        "html": "Driver",
                        "face": {"initials": "D", "shape": 0, "color": 0},
                        "note": "",
                        "about": "<p>Drives.</p>",
                    },
                    {
                        "value": "head",
                        "html": "Head",
                        "face": {"initials": "H", "shape": 1, "color": 1},
                        "note": "Decides",
                        "about": "<p>Leads.</p>",
                    },
                ],
            ),
            required_text("reason", "Your reason", 100),
        ],
        "submit": "Take this seat",
    },
    "attempts": None,
}
LIGHT = """<!doctype html><html lang="en" data-root="/"><head><title>Bus</title>
<link rel="stylesheet" href="/course.css">
<script type="application/json" id="start">%s</script><script type="module" src="/light.js"></script></head>
<body class="light"><header class="bar"><b>Course</b></header><main><div id="page"><h1>Waiting</h1></div></main></body>
</html>"""
START = {"page": "roleplay", "subject": "roleplay", "place": {"scenario": "bus"}, "props": PROPS, "live": "/live"}
WIDGET = """<!doctype html><html lang="en"><head><title>Bus</title>
<link rel="stylesheet" href="/course.css"></head><body>
<main id="one"></main><aside id="two"></aside><script type="module">
import widget from "/widget.js";
const listeners = [];
window.state = { page: "roleplay", props: %s };
window.sent = [];
window.tell = (name, news) => listeners.filter(([known]) => known === name).forEach(([, told]) => told(news));
const model = {
  get: (name) => window.state[name],
  set: (name, value) => (window.state[name] = value),
  send: (message) => window.sent.push(message),
  on: (name, told) => listeners.push([name, told]),
  off: (name, told) => listeners.splice(listeners.findIndex((known) => known[1] === told), 1),
};
const ends = ["one", "two"].map((id) => widget.render({ model, el: document.getElementById(id) }));
window.dispose = () => { ends.forEach((end) => end()); return listeners.length; };
</script></body></html>"""


@dataclass
class Server:
    """The other side of a light page's web socket. ``deaf``: takes connections and never answers."""

    heard: list[dict[str, Any]] = field(default_factory=list)
    deaf: bool = False
    slow: bool = False
    greeted: int = 0

    def serve(self, page: Page) -> None:
        """Answer this page's web sockets."""
        page.route_web_socket("ws://localhost/live", lambda socket: socket.on_message(self._hears(socket)))

    def meets(self, page: Page, times: int = 1) -> None:
        """Wait until the page's greeting was answered so many times."""
        while self.greeted < times:
            page.wait_for_timeout(10)

    def hears(self, page: Page, messages: int) -> None:
        """Wait until a person's messages have come, so many of them."""
        while len(self.said()) < messages:
            page.wait_for_timeout(10)

    def said(self) -> list[dict[str, Any]]:
        """Return the messages that a person sent, in order."""
        return [message for message in self.heard if "say" in message]

    def _hears(self, socket: WebSocketRoute) -> Callable[[str | bytes], None]:
        def hear(text: str | bytes) -> None:
            message = json.loads(text)
            self.heard.append(message)
            if self.deaf:
                return
            if "ping" in message:
                socket.send(json.dumps({"pong": message["ping"]}))
            elif "page" in message or not self.slow:
                socket.send(json.dumps({"answered": message["id"], "error": None}))
                self.greeted += "page" in message

        return hear


def serve(page: Page, bundles: Path, document: str) -> None:
    """Open a page that is nowhere but here, with the bundles beside it."""

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(SITE)
        if (bundles / name).is_file():
            route.fulfill(path=bundles / name)
        else:
            route.fulfill(body=document, content_type="text/html")

    page.route(SITE + "**", answer)
    page.goto(SITE)


@pytest.fixture
def server(page: Page, bundles: Path) -> Server:
    """Open the light page with a server behind it."""
    server = Server()
    server.serve(page)
    serve(page, bundles, LIGHT % json.dumps(START).replace("<", "\\u003c"))
    server.meets(page)
    return server


def take_seat(page: Page) -> None:
    """Fill in the form and send it."""
    page.get_by_role("radio", name="Head").check()
    page.get_by_label("Your reason").fill("Because.")
    page.get_by_role("button", name="Take this seat").click()


STANDARD = {"get", "set", "save_changes", "send", "on", "off", "widget_manager"}
"""What every tool that shows notebook widgets has in a model; the manager may be there without a kernel."""
STRICT = """const asked = (window.asked = new Set());
const strict = new Proxy(model, { get: (all, name) => (asked.add(name), all[name]) });
const ends ="""


def test_a_widget_needs_no_more_than_every_notebook_tool_has(page: Page, bundles: Path) -> None:
    """In VS Code too, a page draws and greets: it asks its model for what every widget has, and for nothing else."""
    document = WIDGET % json.dumps(PROPS).replace("<", "\\u003c")
    serve(page, bundles, document.replace("const ends =", STRICT).replace("{ model, el:", "{ model: strict, el:"))
    expect(page.get_by_role("heading", name="The late buses").first).to_be_visible()
    page.wait_for_function("window.sent.length")
    assert set(page.evaluate("[...window.asked]")) <= STANDARD


def test_first_props(page: Page, server: Server, axe: Callable[[Page], None]) -> None:
    """A light page draws what came with it, in the place of the first response, and axe-core finds nothing."""
    expect(page.get_by_role("heading", name="The late buses")).to_be_visible()
    expect(page.get_by_text("Waiting")).to_have_count(0)
    expect(page.get_by_role("banner")).to_contain_text(STATUS["saved"])
    axe(page)


COUNTED = """window.formatted = 0;
Intl.DateTimeFormat = class extends Intl.DateTimeFormat {
  constructor(...given) {
    super(...given);
    window.formatted += 1;
  }
};
window.requestIdleCallback = (load) => (window.idle = load);"""
"""Counts how often times are formatted, and lets the test say when nothing else is to do."""


def test_no_answer_waits_until_times_are_loaded(page: Page, bundles: Path) -> None:
    """At first the page says that all is saved; since when, it says once what formats times was loaded."""
    server, props = Server(), PROPS | {"saved": "2026-11-29T10:42:00Z"}
    server.serve(page)
    page.add_init_script(COUNTED)
    serve(page, bundles, LIGHT % json.dumps(START | {"props": props}).replace("<", "\\u003c"))
    server.meets(page)
    expect(page.get_by_role("banner")).to_contain_text(STATUS["saved"])
    assert page.evaluate("window.formatted") == 0
    page.wait_for_function("Boolean(window.idle)")
    page.evaluate("window.idle()")
    expect(page.get_by_role("banner")).to_contain_text("Saved ")


def test_message(page: Page, server: Server) -> None:
    """A filled form is sent as a command of its own, after the greeting; its words are forgotten once it is done."""
    take_seat(page)
    expect(page.get_by_label("Your reason")).to_have_value("")
    greeting, *rest = (message for message in server.heard if "ping" not in message)
    (message,) = rest
    assert (greeting["page"], greeting["place"]) == ("roleplay", {"scenario": "bus"})
    assert {key: message[key] for key in ("say", "scenario", "seat", "reason")} == {
        "say": "BeginPlay",
        "scenario": "bus",
        "seat": "head",
        "reason": "Because.",
    }
    assert len(message["play"]) == len(message["id"]) == 36


def test_no_double(page: Page, server: Server) -> None:
    """While a message is under way the button keeps the focus, says so, and sends nothing more."""
    server.slow = True
    take_seat(page)
    button = page.get_by_role("button", name="Take this seat")
    expect(button).to_have_attribute("aria-disabled", "true")
    button.click(force=True)
    page.keyboard.press("Enter")
    expect(page.get_by_text(STATUS["saving"])).to_be_visible()
    assert len(server.said()) == 1
    expect(button).to_be_focused()


def test_reload(page: Page, server: Server) -> None:
    """After a reload unsent words are there again, and a message without an answer is sent once more, unchanged."""
    page.get_by_label("Your reason").fill("Half a")
    page.reload()
    expect(page.get_by_label("Your reason")).to_have_value("Half a")
    server.meets(page, times=2)
    server.slow = True
    take_seat(page)
    expect(page.get_by_text(STATUS["saving"])).to_be_visible()
    server.slow = False
    page.reload()
    expect(page.get_by_label("Your reason")).to_have_value("")
    first, second = server.said()
    assert first == second


def test_lost(page: Page, server: Server) -> None:
    """Where nobody answers the page says so, keeps what is done, and delivers it when somebody does."""
    server.deaf = True
    take_seat(page)
    expect(page.get_by_role("status")).to_contain_text(STATUS["lost"].split(":")[0])
    server.deaf = False
    expect(page.get_by_label("Your reason")).to_have_value("")
    expect(page.get_by_role("status")).to_have_text("")
    assert len({message["id"] for message in server.said()}) == 1


def test_home_looks_again(page: Page, bundles: Path) -> None:
    """Who comes back to the tab with the home page finds there what was done in the meantime."""
    server = Server()
    server.serve(page)
    home = {
        "page": "home",
        "place": {},
        "status": STATUS,
        "title": "The course",
        "links": [],
        "looks": True,
        "trouble": "",
        "contents": None,
    }
    start = START | {"page": "home", "place": {}, "props": home}
    serve(page, bundles, LIGHT % json.dumps(start))
    server.meets(page)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    server.hears(page, 1)
    assert [message["say"] for message in server.said()] == ["LookAgain"]


@pytest.fixture
def widget(page: Page, bundles: Path) -> Page:
    """Open a page with two views of one widget."""
    serve(page, bundles, WIDGET % json.dumps(PROPS).replace("<", "\\u003c"))
    expect(page.get_by_role("heading", name="The late buses")).to_have_count(2)
    return page


def test_views(widget: Page, axe: Callable[[Page], None]) -> None:
    """Each view of a widget sends its own messages, and both draw what comes."""
    axe(widget)
    widget.evaluate("tell('msg:custom', { answered: sent.find((message) => message.hello).id, error: null })")
    take_seat_in = widget.locator("#one")
    take_seat_in.get_by_role("radio", name="Head").check()
    take_seat_in.get_by_label("Your reason").fill("Because.")
    take_seat_in.get_by_role("button", name="Take this seat").click()
    assert widget.evaluate("sent.filter((message) => message.say).length") == 1
    expect(widget.locator("#two").get_by_role("button", name="Take this seat")).to_have_attribute(
        "aria-disabled", "false"
    )
    widget.evaluate("state.props = { ...state.props, heading: 'Another day' }; tell('change:props')")
    expect(widget.get_by_role("heading", name="Another day")).to_have_count(2)


def test_changes(widget: Page) -> None:
    """What has changed is drawn in every view and stands in the model; where something was missed, all is asked for."""
    widget.evaluate("state.props = { ...state.props, revision: 4 }")
    changes = [{"at": ["heading"], "set": "Another day"}, {"at": ["revision"], "set": 5}]
    news = {"changes": changes, "since": 4, "revision": 5}
    widget.evaluate("news => tell('msg:custom', news)", news)
    expect(widget.get_by_role("heading", name="Another day")).to_have_count(2)
    assert widget.evaluate("state.props.heading") == "Another day"
    widget.evaluate("sent.length = 0")
    widget.evaluate("news => tell('msg:custom', news)", news | {"since": 6, "revision": 7})
    assert widget.evaluate("sent.map((message) => message.hello)") == [{}, {}]
    expect(widget.get_by_role("heading", name="Another day")).to_have_count(2)


def test_dispose(widget: Page) -> None:
    """A view that is taken away leaves nothing behind: no words, no listener."""
    assert widget.evaluate("dispose()") == 0
    assert widget.locator("#one").inner_html() == widget.locator("#two").inner_html() == ""


def test_gone(widget: Page) -> None:
    """Where the kernel went in a notebook, the page says what to do there."""
    widget.evaluate("tell('gone')")
    expect(widget.get_by_role("status").first).to_have_text(f"{STATUS['gone']} {STATUS['rerun']}")


def test_problem(page: Page, bundles: Path) -> None:
    """A page that could not begin shows why, and nothing else."""
    problem = {"where": "course.db", "what": "it is locked", "remedy": "Close the other program."}
    serve(page, bundles, WIDGET % json.dumps({"problem": problem}))
    expect(page.get_by_role("alert").first).to_contain_text("course.db: it is locked.")
