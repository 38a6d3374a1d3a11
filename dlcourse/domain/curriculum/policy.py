"""Who may see the course's sessions with their own marks, and make marks of their own."""

from dlcourse.domain.curriculum.facilitating import ChooseFacilitating
from dlcourse.domain.curriculum.principles import Sixteen
from dlcourse.domain.curriculum.progress import Home
from dlcourse.domain.curriculum.steps import FinishStep, SessionProgress
from dlcourse.domain.curriculum.versions import ChooseVersion, SessionVersion
from dlcourse.domain.policy import ALONE, ALWAYS_OWN, OWN, Rules

RULES: Rules = {
    Home: ALWAYS_OWN,
    Sixteen: ALWAYS_OWN,
    SessionProgress: ALWAYS_OWN,
    FinishStep: OWN,
    ChooseVersion: OWN,
    SessionVersion: ALWAYS_OWN,
    ChooseFacilitating: ALONE,
}
