"""Who may do and see what of a log: all of it belongs to its author, and others may read what is shared with them."""

from dlcourse.domain.drafts import Drafts, DropDraft, KeepDraft
from dlcourse.domain.policy import OWN, SHARED, Rules, member
from dlcourse.domain.reflection.commitments import (
    AnswerCommitment,
    ChangeCommitment,
    DeleteCommitment,
    MakeCommitment,
)
from dlcourse.domain.reflection.entries import ReviseEntry, ShareEntry, WriteEntry
from dlcourse.domain.reflection.log import REFLECTION, OneEntry, SessionLog, SharedLog, WholeLog
from dlcourse.domain.reflection.witness import WITNESS, AnswerWitness, AskWitness, Witnessing, no_such_promise
from dlcourse.domain.speech import DRAFTS

RULES: Rules = {
    WriteEntry: OWN,
    ReviseEntry: OWN,
    ShareEntry: OWN,
    MakeCommitment: OWN,
    ChangeCommitment: OWN,
    AnswerCommitment: OWN,
    DeleteCommitment: OWN,
    KeepDraft: OWN,
    DropDraft: OWN,
    Drafts: OWN,
    AskWitness: OWN,
    AnswerWitness: member(lambda said: (f"{WITNESS}{said.author}/{said.commitment}",), no_such_promise),
    Witnessing: OWN,
    WholeLog: OWN,
    SessionLog: OWN,
    OneEntry: OWN,
    SharedLog: SHARED,
    REFLECTION: OWN,
    DRAFTS: OWN,
}
