"""A team as files: each can be brought again, and no name becomes a formula."""

import io

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from dlcourse.content.matching.teams import read_files
from dlcourse.domain.matching.team import Team
from dlcourse.exports.matching.team_files import people_csv, team_xlsx, work_csv
from tests.domain.matching.crews import crew
from tests.engines.matching.random_teams import team_of


@given(st.integers(0, 100), st.sampled_from(["even", "broken"]))
def test_both_kinds_of_file_hold_the_whole_team(seed: int, kind: str) -> None:
    """What is read from them is the team that was written."""
    team = team_of(4, 3, 3, seed, kind)
    files = {"people.csv": people_csv(team).encode("utf-8-sig"), "work.csv": work_csv(team).encode("utf-8-sig")}
    assert read_files(files).team == team
    assert read_files({"team.xlsx": team_xlsx(team)}).team == team


def test_numbers_are_numbers_and_names_are_texts() -> None:
    """A spreadsheet can add up hours and levels; a name like a number or a formula stays a name."""
    first = crew().people[0].model_copy(update={"name": "=1+1", "role": "7"})
    book = load_workbook(io.BytesIO(team_xlsx(Team(skills=crew().skills, people=(first,), work=crew().work))))
    name, role, hours, level, wanted, none = (cell.value for cell in book["people"][2])
    assert (name, role, hours, level, wanted, none) == ("=1+1", "7", 6, 5, "2+", None)
    assert book["people"]["A2"].data_type == "s"
    assert [cell.value for cell in book["work"][2]] == ["Atlas", 2, 1, 2, 3, 3, None]
