"""Who may do and see what of ground rules: those of one's cohort, or one's own.

The course looks up the viewer's role in their cohort before each of these, so that no rule has to name the cohort.
"""

from dlcourse.domain.ground_rules.messages import (
    RULES_REGISTER,
    AdoptRule,
    AnswerRule,
    DiscussRule,
    DropRule,
    EditRule,
    GroundRules,
    ProposeRule,
    ReviewRule,
    SetTextAside,
    TakeRules,
    WriteAim,
)
from dlcourse.domain.policy import OWN, Rules
from dlcourse.domain.registers.streams import READS, register_topics

RULES: Rules = {
    WriteAim: OWN,
    ProposeRule: OWN,
    EditRule: OWN,
    SetTextAside: OWN,
    DiscussRule: OWN,
    AnswerRule: OWN,
    AdoptRule: OWN,
    ReviewRule: OWN,
    DropRule: OWN,
    GroundRules: READS,
    TakeRules: READS,
    **register_topics(RULES_REGISTER),
}
