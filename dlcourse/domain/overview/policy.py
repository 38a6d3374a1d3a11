"""Who may see a cohort as a whole: those who lead it."""

from dlcourse.domain.overview.messages import (
    CohortFigures,
    CohortProgress,
    CohortReport,
    CohortSessions,
    CohortShared,
    SignOff,
    TakeAttendance,
    TakeReport,
)
from dlcourse.domain.policy import FACILITATORS, Rule, Rules, in_cohort, no_such_cohort
from dlcourse.domain.viewer import COHORT, OVERVIEW

LEADING = in_cohort(FACILITATORS)

RULES: Rules = {
    CohortProgress: LEADING,
    CohortSessions: LEADING,
    CohortFigures: LEADING,
    CohortShared: LEADING,
    CohortReport: LEADING,
    TakeReport: LEADING,
    TakeAttendance: LEADING,
    SignOff: LEADING,
    OVERVIEW: Rule("cohort", FACILITATORS, lambda topic: (COHORT + topic.removeprefix(OVERVIEW),), no_such_cohort),
}
