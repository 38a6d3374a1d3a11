"""Who may see the course's sessions with their own marks."""

from dlcourse.domain.curriculum.principles import Sixteen
from dlcourse.domain.curriculum.progress import Home
from dlcourse.domain.policy import ALWAYS_OWN, Rules

RULES: Rules = {Home: ALWAYS_OWN, Sixteen: ALWAYS_OWN}
