"""Role-plays on paper: for whoever is alone, and in a cohort for those who lead it."""

import base64

import pytest

from dlcourse.domain.download import DownloadView
from dlcourse.domain.roleplay.kit import PaperKit, PaperKits, PaperKitsView, PaperKitView, TakePaperKit
from dlcourse.errors import CourseError
from tests.classroom import Classroom
from tests.person import Person


def test_whoever_is_alone_prints_any_case(ann: Person) -> None:
    """The list has every case with a table, and each of them is shown and taken as a Word file."""
    kits = ann.course.see(PaperKits())
    assert isinstance(kits, PaperKitsView)
    assert "the-reading-gap" in {kit.scenario for kit in kits.kits}
    assert "sealed-workshop" not in {kit.scenario for kit in kits.kits}
    assert isinstance(ann.course.see(PaperKit(scenario="the-reading-gap")), PaperKitView)
    file = ann.course.see(TakePaperKit(scenario="the-reading-gap"))
    assert isinstance(file, DownloadView)
    assert base64.b64decode(file.content).startswith(b"PK")
    with pytest.raises(CourseError, match="no table to sit at"):
        ann.course.see(PaperKit(scenario="sealed-workshop"))


def test_in_a_cohort_only_those_who_lead_see_it(classroom: Classroom) -> None:
    """A participant of a cohort does not get what the cases hide; whoever leads it does."""
    ann, faye = classroom.joined("Ann"), classroom.facilitator()
    for query in (PaperKits(), PaperKit(scenario="the-reading-gap"), TakePaperKit(scenario="the-reading-gap")):
        with pytest.raises(CourseError, match="only those who lead it"):
            ann.course.see(query)
        faye.course.see(query)
