"""What the browser of a scripted participant keeps of what it is sent."""

from dlcourse.rehearsing.capture import Capture
from dlcourse.rehearsing.judge import Evidence, findings
from dlcourse.rehearsing.phone import Phone
from dlcourse.rehearsing.way_in import Site
from tests.rehearsing.pages import capture, fact, page, texts

SECRET = "The boiler fails whenever it rains for more than two days"


def test_whatever_is_sent_is_kept_and_searched() -> None:
    """A message that is no message of a page is kept as it came, and a fact in it is found like any other."""
    phone = Phone(Site("http://127.0.0.1:1/"), {})
    for came in (f"not JSON: {SECRET}", f'["{SECRET}"]', '{"props": {"contents": {"told": "Go on"}}}'):
        phone._take(came)
    assert (len(phone.frames), phone.contents) == (3, {"told": "Go on"})
    holder = capture("ann", (0, page("Ann", facts=[fact(SECRET)])))
    for frame in phone.frames[:2]:
        assert texts(findings(Evidence([holder, Capture("ben", (frame,))]))) == [("ben", SECRET)]
    assert findings(Evidence([holder, Capture("ben", tuple(phone.frames[2:]))])) == []
