"""The sentences that stand first on the page of a seat: what to do now, what was decided, and who reads along."""

from dlcourse.domain.live.seat_views import LiveGroupView, LiveSeatView
from dlcourse.pages.live import words
from dlcourse.pages.live.seat_table import names_of
from dlcourse.pages.roleplay.talk import capital
from dlcourse.pages.words import listed


def sentences(view: LiveSeatView, group: LiveGroupView) -> list[str]:
    """What there is to know first, in the phase that the group is in."""
    said = [_task(view, group), *(_outcome(group) if group.phase == "outcome" else [])]
    if group.phase in {"preference", "decision"}:
        said.append(words.STATED.format(stated=group.stated, players=group.players))
    if group.shown:
        said.append(words.SHOWN)
    if view.called:
        said.append(words.CALLED)
    return said


def would(group: LiveGroupView) -> list[str]:
    """What people at the table would do in the scene where another one chooses now, choice by choice."""
    if not group.choice:
        return []
    names, said = names_of(group), group.choice.would
    return [
        words.WOULD_DO.format(people=capital(listed(people)), choice=choice.name)
        for choice in group.choice.choices
        if (people := [names[role] for role in names if said.get(role) == choice.id])
    ]


def _outcome(group: LiveGroupView) -> list[str]:
    """What was decided and why. A case without a panel has no decision to tell."""
    if not group.outcome or not group.options:
        return []
    option = _option(group, group.outcome.option)
    if not option:
        return [words.UNDECIDED]
    decided = words.OUTCOME.format(role=capital(names_of(group).get(group.outcome.by, "")), option=option)
    reason = [words.REASONED.format(reason=group.outcome.reason)] if group.outcome.reason else []
    return [decided, *reason]


def _task(view: LiveSeatView, group: LiveGroupView) -> str:
    names = names_of(group)
    if view.observes and group.phase in words.OBSERVER_NOTES:
        return words.OBSERVER_NOTES[group.phase]
    if group.phase == "preference" and group.before:
        return words.PREFERENCE_KEPT.format(option=_option(group, group.before))
    if group.phase == "decision" and group.after:
        return words.AGAIN_KEPT.format(option=_option(group, group.after), decider=names.get(group.decider, ""))
    if group.phase == "decision" and group.decider == view.role:
        return words.YOU_DECIDE
    if group.choice and group.choice.yours:
        return words.YOU_CHOOSE
    chooser = names.get(group.choice.chooser, "") if group.choice else ""
    return words.NOTES[group.phase].format(decider=names.get(group.decider, ""), chooser=chooser)


def _option(group: LiveGroupView, option: str) -> str:
    return next((each.name for each in group.options if each.id == option), "")
