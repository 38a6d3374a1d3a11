"""Who may export, restore and erase work: everybody, whatever their role, but only their own."""

from dlcourse.domain.mywork.work import EraseWork, RestoreWork, TakeAlong, YourWork
from dlcourse.domain.policy import ALWAYS_OWN, Rules

RULES: Rules = {
    RestoreWork: ALWAYS_OWN,
    EraseWork: ALWAYS_OWN,
    YourWork: ALWAYS_OWN,
    TakeAlong: ALWAYS_OWN,
}
