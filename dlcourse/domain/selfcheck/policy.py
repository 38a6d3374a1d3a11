"""Who may do and see what of introductions, self-checks, the sorting exercise and the situations to judge."""

from dlcourse.domain.policy import OWN, Rules
from dlcourse.domain.selfcheck.check_again import CheckAgain
from dlcourse.domain.selfcheck.judgment import Judge, Judging
from dlcourse.domain.selfcheck.readiness import Check, Introduce, Introduction, Rate
from dlcourse.domain.selfcheck.sorting import Sort, Sorting

RULES: Rules = {
    Introduce: OWN,
    Rate: OWN,
    Introduction: OWN,
    Check: OWN,
    CheckAgain: OWN,
    Judge: OWN,
    Judging: OWN,
    Sort: OWN,
    Sorting: OWN,
}
