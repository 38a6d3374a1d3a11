"""Who may do and see what of expertise: a profile is only for its own person."""

from dlcourse.domain.expertise.profile import (
    AddExpertise,
    DropExpertise,
    MyExpertise,
    RateExpertise,
    SayExpertise,
    WishToLearn,
)
from dlcourse.domain.policy import OWN, Rules

RULES: Rules = {
    SayExpertise: OWN,
    RateExpertise: OWN,
    WishToLearn: OWN,
    AddExpertise: OWN,
    DropExpertise: OWN,
    MyExpertise: OWN,
}
