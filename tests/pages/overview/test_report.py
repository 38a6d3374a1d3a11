"""The page with the report about a cohort: what it shows, and what it asks for."""

import pytest

from dlcourse.domain.download import DownloadView
from dlcourse.domain.overview.messages import SignOff, TakeAttendance, TakeReport
from dlcourse.domain.speech import Recorded
from dlcourse.errors import CourseError
from dlcourse.pages.overview.report import FetchAttendance, FetchReport, ReportState, init, props, update
from dlcourse.pages.program import Do, Done, Noticed, Refused, See, Seen, Watch
from tests.exports.overview.test_report_files import NAME, SORTED, report

SIGN = SignOff(id="command-0001", cohort="c", people=("person-0",))


def shown(*figures: object) -> ReportState:
    """The page of a cohort that was read."""
    state, effects = init({"cohort": "c"})
    assert effects == (See(state.query),)
    state, effects = update(state, Seen(state.query, report(*figures)))  # type: ignore[arg-type]
    assert effects == (Watch("overview/c"),)
    return state


def test_it_shows_what_there_is() -> None:
    """The page shows sessions, published figures, and people with what was signed off; or that there is no figure."""
    contents = props(shown(SORTED))["contents"]
    assert contents
    assert contents["sessions"]["rows"] == [["What it is", "2 November 2026", "1 of 6", "fewer than five"]]
    assert contents["figures"]["rows"] == [["Sorting situations, at first sight", "Sort them", "5", "21 November 2026"]]
    first, second, *_ = contents["named"]["people"]
    assert (first["name"], first["open"], second["says"]) == (NAME, False, "has not finished a session yet")
    assert first["signed"] == "signed off by Faye on 21 November 2026 for 1 session"
    empty = props(shown())["contents"]
    assert empty
    assert empty["none_shown"].startswith("There is no figure about people yet.")


def test_only_whoever_may_sign_is_offered_to() -> None:
    """Whoever has no name in the cohort sees no button for signing off; who has one sees those with something new."""
    state = shown()
    assert state.view
    unsigned = state.view.model_copy(update={"signed": ()})
    for may_sign in (True, False):
        view = unsigned.model_copy(update={"may_sign": may_sign})
        contents = props(update(state, Seen(state.query, view))[0])["contents"]
        assert contents
        assert ([row["open"] for row in contents["named"]["people"]][:2], bool(contents["named"]["sign_all"])) == (
            [may_sign, False],
            may_sign,
        )


def test_it_signs_off_and_looks_again() -> None:
    """Signing off is sent, and then said and shown; a refusal is shown, too."""
    state, effects = update(shown(), SIGN)
    assert effects == (Do(SIGN),)
    done, effects = update(
        state, Done(SIGN, Recorded(stream="cohort/c", version=2, at="2026-11-28T08:00:00.000+00:00"))
    )
    assert effects == (See(state.query),)
    assert props(done)["told"].startswith("They are signed off.")
    refused, _ = update(state, Refused(Do(SIGN), CourseError("sign-off", "no", "Wait.")))
    assert props(refused)["notice"]
    assert update(state, Noticed("overview/c"))[1] == (See(state.query),)


@pytest.mark.parametrize(
    ("message", "query"),
    [
        (FetchReport(ask="a", form="docx"), TakeReport(cohort="c", form="docx")),
        (FetchAttendance(ask="a"), TakeAttendance(cohort="c")),
    ],
)
def test_files_go_to_whoever_asked(message: FetchReport | FetchAttendance, query: TakeReport | TakeAttendance) -> None:
    """A file is asked for, and comes back with the id of the request."""
    state, effects = update(shown(), message)
    assert effects == (See(query),)
    state, _ = update(state, Seen(query, DownloadView(name="x", type="text/csv", content="")))
    taken = props(state)["taken"]
    assert taken
    assert taken["ask"] == "a"
