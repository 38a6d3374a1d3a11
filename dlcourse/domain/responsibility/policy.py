"""Who may do and see what of shared responsibility: the map of one's cohort, or one's own."""

from dlcourse.domain.policy import OWN, Rules
from dlcourse.domain.registers.streams import READS, register_topics
from dlcourse.domain.responsibility.messages import (
    RESPONSIBILITY,
    EndShare,
    Responsibility,
    SayWhatChanged,
    SetShareAside,
    ShareOut,
    TakeResponsibility,
    TryStrain,
)

RULES: Rules = {
    ShareOut: OWN,
    SetShareAside: OWN,
    EndShare: OWN,
    TryStrain: OWN,
    SayWhatChanged: OWN,
    Responsibility: READS,
    TakeResponsibility: READS,
    **register_topics(RESPONSIBILITY),
}
