"""Who may do and see what of a plan: it belongs to its author, and others may read it if it is shared with them."""

from dlcourse.domain.dates import TakeCalendar
from dlcourse.domain.inquiry.messages import (
    INQUIRY,
    AnswerCheckIn,
    ImprovementPlan,
    InquiryPart,
    SchedulePlan,
    SharedPlan,
    SharePlan,
    TakePlan,
    WritePart,
)
from dlcourse.domain.policy import OWN, SHARED, Rules

RULES: Rules = {
    WritePart: OWN,
    SchedulePlan: OWN,
    AnswerCheckIn: OWN,
    SharePlan: OWN,
    InquiryPart: OWN,
    ImprovementPlan: OWN,
    TakePlan: OWN,
    TakeCalendar: OWN,
    SharedPlan: SHARED,
    INQUIRY: OWN,
}
