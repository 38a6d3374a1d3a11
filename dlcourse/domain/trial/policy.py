"""Who may do and see what of trials: a trial is for its owner, and for the one who watches it."""

from dlcourse.domain.policy import OWN, Rules, member, member_topic
from dlcourse.domain.trial.bench import no_such_trial
from dlcourse.domain.trial.messages import (
    TRIALS,
    AskWatcher,
    Bench,
    DiscardTrial,
    EndTrial,
    PlanTrial,
    RecordReading,
    StartTrial,
    StopTrial,
    TakeTrials,
    TrialMove,
)

IN_THE_TRIAL = member(lambda command: (TRIALS + command.trial,), no_such_trial)

RULES: Rules = {
    PlanTrial: OWN,
    TrialMove: IN_THE_TRIAL,
    AskWatcher: IN_THE_TRIAL,
    StartTrial: IN_THE_TRIAL,
    RecordReading: IN_THE_TRIAL,
    StopTrial: IN_THE_TRIAL,
    EndTrial: IN_THE_TRIAL,
    DiscardTrial: IN_THE_TRIAL,
    Bench: OWN,
    TakeTrials: OWN,
    TRIALS: member_topic(no_such_trial),
}
