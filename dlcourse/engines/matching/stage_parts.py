"""What each stage adds to the program: its columns, its rows, and what it costs.

Each function is called once, in the order of the stages, and gives the cost of its stage.
"""

from collections import defaultdict
from collections.abc import Mapping

from dlcourse.engines.matching.frame import Costs, Frame, Triple
from dlcourse.engines.matching.ground import Pair


def coverage(frame: Frame) -> Costs:
    """u_ts, 1 where no contributor meets the requirement."""
    for (t, s), people in frame.ground.qualified.items():
        if people:
            column = frame.uncovered[t, s] = frame.share()
            frame.row({column: 1.0, **frame.some(t, people)}, lower=1)
    return dict.fromkeys(frame.uncovered.values(), 1.0)


def support(frame: Frame) -> Costs:
    """v_t, 1 if the accountable person of t has no support: neither ready nor coached."""
    for t, leaders in enumerate(frame.ground.leaders):
        ready = [p for p in leaders if not frame.ground.short(p, t)]
        frame.unsupported[t], frame.ready[t] = frame.share(), frame.share()
        frame.under(frame.some(t, ready), [frame.ready[t]])
        if not ready:
            frame.upper[frame.ready[t]] = 0
        taught = _taught(frame, t, [p for p in leaders if p not in ready])
        frame.row(dict.fromkeys((frame.unsupported[t], frame.ready[t], *taught), 1.0), lower=1)
    _once(frame)
    return dict.fromkeys(frame.unsupported.values(), 1.0)


def _taught(frame: Frame, t: int, people: list[int]) -> list[int]:
    """w_pts for these people. A contributor must meet s, and one such lead per task is enough."""
    short = {p: [s for s in frame.ground.short(p, t) if (t, s) in frame.uncovered] for p in people}
    new: dict[Triple, int] = {(p, t, s): frame.yes_or_no() for p in people for s in short[p]}
    frame.lead |= new
    for p in people:
        frame.under({frame.x[p, t]: 1.0}, [new[p, t, s] for s in short[p]])
    for s in frame.ground.needs[t]:
        meeting = frame.some(t, frame.ground.qualified[t, s])
        frame.under(meeting, [column for (_, _, skill), column in new.items() if skill == s])
    return list(new.values())


def _once(frame: Frame) -> None:
    """Each (p, s) is coached at most once in all."""
    lessons: dict[Pair, list[int]] = defaultdict(list)
    for (p, _, s), column in frame.lead.items():
        lessons[p, s].append(column)
    for columns in lessons.values():
        if len(columns) > 1:
            frame.together(columns)


def parts(frame: Frame) -> Costs:
    """n_p, 1 if p neither contributes nor learns; only for people who can have a part at all."""
    places: dict[int, list[int]] = defaultdict(list)
    for (p, _), column in frame.x.items():
        places[p].append(column)
    for p, columns in _learning(frame).items():
        places[p] += columns
    return {_idle(frame, columns): 1.0 for _, columns in sorted(places.items())}


def _idle(frame: Frame, places: list[int]) -> int:
    column = frame.share()
    frame.row(dict.fromkeys((column, *places), 1.0), lower=1)
    return column


def _learning(frame: Frame) -> Mapping[int, list[int]]:
    """A wish to learn is met if somebody who can teach it contributes; returns the wishes of each person."""
    wishes: dict[int, list[int]] = defaultdict(list)
    for key, people in frame.ground.lessons.items():
        column = frame.share()
        frame.learned[column] = -float(len(people))
        frame.under({frame.x[pair]: 1.0 for pair in frame.ground.coaches(*key)}, [column])
        for p in people:
            wishes[p].append(column)
    return wishes


def experts(frame: Frame) -> Costs:
    """A matching of people to requirements: each person counts once and takes one place in a task."""
    by_person: dict[int, list[int]] = defaultdict(list)
    by_place: dict[Pair, list[int]] = defaultdict(list)
    for (t, s), uncovered in frame.uncovered.items():
        mine = {p: frame.share() for p in frame.ground.qualified[t, s]}
        for p, column in mine.items():
            frame.first[p, t, s] = column
            by_person[p].append(column)
            by_place[p, t].append(column)
        frame.together((uncovered, *mine.values()))
    for place, columns in by_place.items():
        frame.under({frame.x[place]: 1.0}, columns)
    for columns in by_person.values():
        frame.together(columns)
    return dict.fromkeys(frame.first.values(), -1.0)


def coached(frame: Frame) -> Costs:
    """Wishes to learn that are met; `parts` has added their columns."""
    return frame.learned


def fit(frame: Frame) -> Costs:
    """The levels of all named experts, and how many requirements each accountable person meets."""
    levels, ground = frame.ground.levels, frame.ground
    cost = {column: -float(levels[p][s]) for (p, _, s), column in frame.first.items()}
    cost |= {column: -float(ground.meets(p, t)) for (p, t, _), column in frame.lead.items()}
    for t, needs in enumerate(ground.needs):
        cost[frame.ready[t]] = -float(sum(level <= ground.best[s] for s, level in needs.items()))
        cost |= _one_lead(frame, t)
    return cost | _further(frame)


def _further(frame: Frame) -> Costs:
    """Named experts beyond a person's first requirement.

    With those already counted, every covered requirement has exactly one.
    """
    cost: Costs = {}
    for (t, s), uncovered in frame.uncovered.items():
        columns = [uncovered]
        for p in frame.ground.qualified[t, s]:
            column, first = frame.share(), frame.first[p, t, s]
            frame.under({frame.x[p, t]: 1.0}, [column, first])
            columns += [column, first]
            cost[column] = -float(frame.ground.levels[p][s])
        frame.together(columns, lower=1)
    return cost


def _one_lead(frame: Frame, t: int) -> Costs:
    """One accountable person per task: ready, taught, or unsupported; in the last case whoever meets most."""
    unsupported = frame.unsupported[t]
    taught = [column for (_, task, _), column in frame.lead.items() if task == t]
    frame.together((unsupported, frame.ready[t], *taught), lower=1)
    met = {p: frame.ground.meets(p, t) for p in frame.ground.leaders[t]}
    steps = {least: frame.share() for least in range(1, max(met.values(), default=0) + 1)}
    for least, column in steps.items():
        frame.under({unsupported: 1.0}, [column])
        frame.under(frame.some(t, [p for p, count in met.items() if count >= least]), [column])
    return dict.fromkeys(steps.values(), -1.0)
