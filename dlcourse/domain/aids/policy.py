"""Who may see job aids: everybody, and they hold nothing of anybody."""

from dlcourse.domain.aids.sheets import JobAids
from dlcourse.domain.policy import ALWAYS_OWN, Rules

RULES: Rules = {JobAids: ALWAYS_OWN}
