"""Who may do and see what at the start of the course: introductions, self-checks and the sorting exercise."""

from dlcourse.domain.policy import OWN, Rules
from dlcourse.domain.selfcheck.check_again import CheckAgain
from dlcourse.domain.selfcheck.readiness import Check, Introduce, Introduction, Rate
from dlcourse.domain.selfcheck.sorting import Sort, Sorting

RULES: Rules = {
    Introduce: OWN,
    Rate: OWN,
    Introduction: OWN,
    Check: OWN,
    CheckAgain: OWN,
    Sort: OWN,
    Sorting: OWN,
}
