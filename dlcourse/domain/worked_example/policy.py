"""Who may do and see what of worked examples: everybody mends their own copy."""

from dlcourse.domain.policy import OWN, Rules
from dlcourse.domain.worked_example.mending import Mending, MendLine

RULES: Rules = {MendLine: OWN, Mending: OWN}
