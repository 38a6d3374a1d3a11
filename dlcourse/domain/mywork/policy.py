"""Who may export, restore and erase work, and is told that it changed: everybody, but only about their own."""

from dlcourse.domain.mywork.work import EraseWork, RestoreWork, TakeAlong, YourWork
from dlcourse.domain.policy import ALWAYS_OWN, Rules
from dlcourse.domain.speech import MINE

RULES: Rules = {
    RestoreWork: ALWAYS_OWN,
    EraseWork: ALWAYS_OWN,
    YourWork: ALWAYS_OWN,
    TakeAlong: ALWAYS_OWN,
    MINE: ALWAYS_OWN,
}
