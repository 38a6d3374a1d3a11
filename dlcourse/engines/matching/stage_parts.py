"""What each stage adds to the program: its columns, its rows, and what it costs.

Each function is called once, in the order of the stages, and gives the cost of its stage.
"""

from collections import defaultdict
from collections.abc import Mapping

from dlcourse.engines.matching.base_program import BaseProgram, Costs, Triple
from dlcourse.engines.matching.solver_input import Pair


def coverage(program: BaseProgram) -> Costs:
    """u_ts, 1 where no contributor meets the requirement."""
    for (t, s), people in program.given.qualified.items():
        if people:
            column = program.uncovered[t, s] = program.share()
            program.row({column: 1.0, **program.some(t, people)}, lower=1)
    return dict.fromkeys(program.uncovered.values(), 1.0)


def support(program: BaseProgram) -> Costs:
    """v_t, 1 if the accountable person of t has no support: neither ready nor coached."""
    for t, leaders in enumerate(program.given.leaders):
        ready = [p for p in leaders if not program.given.short(p, t)]
        program.unsupported[t], program.ready[t] = program.share(), program.share()
        program.under(program.some(t, ready), [program.ready[t]])
        if not ready:
            program.upper[program.ready[t]] = 0
        taught = _taught(program, t, [p for p in leaders if p not in ready])
        program.row(dict.fromkeys((program.unsupported[t], program.ready[t], *taught), 1.0), lower=1)
    _once(program)
    return dict.fromkeys(program.unsupported.values(), 1.0)


def _taught(program: BaseProgram, t: int, people: list[int]) -> list[int]:
    """w_pts for these people. A contributor must meet s, and one such lead per task is enough."""
    short = {p: [s for s in program.given.short(p, t) if (t, s) in program.uncovered] for p in people}
    new: dict[Triple, int] = {(p, t, s): program.yes_or_no() for p in people for s in short[p]}
    program.lead |= new
    for p in people:
        program.under({program.x[p, t]: 1.0}, [new[p, t, s] for s in short[p]])
    for s in program.given.needs[t]:
        meeting = program.some(t, program.given.qualified[t, s])
        program.under(meeting, [column for (_, _, skill), column in new.items() if skill == s])
    return list(new.values())


def _once(program: BaseProgram) -> None:
    """Each (p, s) is coached at most once in all."""
    lessons: dict[Pair, list[int]] = defaultdict(list)
    for (p, _, s), column in program.lead.items():
        lessons[p, s].append(column)
    for columns in lessons.values():
        if len(columns) > 1:
            program.together(columns)


def parts(program: BaseProgram) -> Costs:
    """n_p, 1 if p neither contributes nor learns; only for people who can have a part at all."""
    places: dict[int, list[int]] = defaultdict(list)
    for (p, _), column in program.x.items():
        places[p].append(column)
    for p, columns in _learning(program).items():
        places[p] += columns
    return {_idle(program, columns): 1.0 for _, columns in sorted(places.items())}


def _idle(program: BaseProgram, places: list[int]) -> int:
    column = program.share()
    program.row(dict.fromkeys((column, *places), 1.0), lower=1)
    return column


def _learning(program: BaseProgram) -> Mapping[int, list[int]]:
    """A wish to learn is met if somebody who can teach it contributes; returns the wishes of each person."""
    wishes: dict[int, list[int]] = defaultdict(list)
    for key, people in program.given.lessons.items():
        column = program.share()
        program.learned[column] = -float(len(people))
        program.under({program.x[pair]: 1.0 for pair in program.given.coaches(*key)}, [column])
        for p in people:
            wishes[p].append(column)
    return wishes


def experts(program: BaseProgram) -> Costs:
    """A matching of people to requirements: each person counts once and takes one place in a task."""
    by_person: dict[int, list[int]] = defaultdict(list)
    by_place: dict[Pair, list[int]] = defaultdict(list)
    for (t, s), uncovered in program.uncovered.items():
        mine = {p: program.share() for p in program.given.qualified[t, s]}
        for p, column in mine.items():
            program.first[p, t, s] = column
            by_person[p].append(column)
            by_place[p, t].append(column)
        program.together((uncovered, *mine.values()))
    for place, columns in by_place.items():
        program.under({program.x[place]: 1.0}, columns)
    for columns in by_person.values():
        program.together(columns)
    return dict.fromkeys(program.first.values(), -1.0)


def coached(program: BaseProgram) -> Costs:
    """Wishes to learn that are met; `parts` has added their columns."""
    return program.learned


def fit(program: BaseProgram) -> Costs:
    """The levels of all named experts, and how many requirements each accountable person meets."""
    levels, given = program.given.levels, program.given
    cost = {column: -float(levels[p][s]) for (p, _, s), column in program.first.items()}
    cost |= {column: -float(given.meets(p, t)) for (p, t, _), column in program.lead.items()}
    for t, needs in enumerate(given.needs):
        cost[program.ready[t]] = -float(sum(level <= given.best[s] for s, level in needs.items()))
        cost |= _one_lead(program, t)
    return cost | _further(program)


def _further(program: BaseProgram) -> Costs:
    """Named experts beyond a person's first requirement.

    With those already counted, every covered requirement has exactly one.
    """
    cost: Costs = {}
    for (t, s), uncovered in program.uncovered.items():
        columns = [uncovered]
        for p in program.given.qualified[t, s]:
            column, first = program.share(), program.first[p, t, s]
            program.under({program.x[p, t]: 1.0}, [column, first])
            columns += [column, first]
            cost[column] = -float(program.given.levels[p][s])
        program.together(columns, lower=1)
    return cost


def _one_lead(program: BaseProgram, t: int) -> Costs:
    """One accountable person per task: ready, taught, or unsupported; in the last case whoever meets most."""
    unsupported = program.unsupported[t]
    taught = [column for (_, task, _), column in program.lead.items() if task == t]
    program.together((unsupported, program.ready[t], *taught), lower=1)
    met = {p: program.given.meets(p, t) for p in program.given.leaders[t]}
    steps = {least: program.share() for least in range(1, max(met.values(), default=0) + 1)}
    for least, column in steps.items():
        program.under({unsupported: 1.0}, [column])
        program.under(program.some(t, [p for p, count in met.items() if count >= least]), [column])
    return dict.fromkeys(steps.values(), -1.0)
