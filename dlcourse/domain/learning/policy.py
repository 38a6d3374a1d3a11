"""Who may do and see what of the simulated schools: what somebody tried and set is theirs alone."""

from dlcourse.domain.learning.messages import (
    OwnPlace,
    SchoolFilm,
    SchoolRegions,
    SchoolRuns,
    Schools,
    SetOwnPlace,
    TrySchool,
)
from dlcourse.domain.policy import OWN, Rules

RULES: Rules = {
    TrySchool: OWN,
    SetOwnPlace: OWN,
    Schools: OWN,
    SchoolRuns: OWN,
    SchoolRegions: OWN,
    SchoolFilm: OWN,
    OwnPlace: OWN,
}
