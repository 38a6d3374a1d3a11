"""Whether a phone reaches the course: what is found out, and the picture to scan."""

import pytest

from dlcourse.results.overview import reach
from dlcourse.results.overview.reach import PhoneTest, Reach, address_with, picture_of
from tests.results.overview.test_redrawing import words


def test_the_picture_for_a_phone_leads_to_the_course(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a join code goes into the picture, and not into its description; without a way, there is no picture."""
    join = "http://192.168.1.7:8850/join"
    assert address_with(join, "nothing") == join
    assert address_with(join, "rj5r 6695 3mv5").startswith(f"{join}#code=")
    assert "RJ5R" not in picture_of(f"{join}#code=RJ5R-6695-3MV5", join)
    assert "<img" in words(PhoneTest(Reach(join, "Scan it.")))
    assert "<img" not in words(PhoneTest(Reach("", "It is closed.")))
    monkeypatch.setattr(reach, "_answers", lambda *_: False)
    monkeypatch.setattr(reach, "_server", lambda: "http://127.0.0.1:8850/")
    monkeypatch.setattr(reach, "network_address", lambda: "192.168.1.7")
    assert reach.reach() == Reach("", reach.WORDS["near"])
    monkeypatch.setattr(reach, "_answers", lambda *_: True)
    assert reach.reach().join == join
    monkeypatch.setattr(reach, "network_address", lambda: "")
    assert reach.reach() == Reach("", reach.WORDS["offline"])
    monkeypatch.setattr(reach, "_server", lambda: "")
    assert reach.reach() == Reach("", reach.WORDS["closed"])
