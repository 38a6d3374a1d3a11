"""Who may do and see what of networks: a person's own network and guesses, and the samples of the course."""

from dlcourse.domain.network.messages import (
    AddColleagues,
    BringNetwork,
    ChangeTie,
    CountActs,
    DrawTies,
    GuessInNetwork,
    RemoveColleague,
    RemoveNetwork,
    RemoveTie,
    RenameColleague,
)
from dlcourse.domain.network.views import NetworkLook, NetworkPeople, Networks, OwnNetwork, TakeNetwork, TryNetwork
from dlcourse.domain.policy import OWN, Rules

RULES: Rules = {
    BringNetwork: OWN,
    AddColleagues: OWN,
    RenameColleague: OWN,
    RemoveColleague: OWN,
    DrawTies: OWN,
    ChangeTie: OWN,
    RemoveTie: OWN,
    CountActs: OWN,
    RemoveNetwork: OWN,
    GuessInNetwork: OWN,
    Networks: OWN,
    TryNetwork: OWN,
    OwnNetwork: OWN,
    TakeNetwork: OWN,
    NetworkPeople: OWN,
    NetworkLook: OWN,
}
