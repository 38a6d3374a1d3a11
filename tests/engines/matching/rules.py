"""The constraints of `model.md` section 2, row by row, on 0/1 tables. Shares no line with the course's own checks."""

from fractions import Fraction

from dlcourse.domain.matching.plan import Plan, Wishes
from dlcourse.domain.matching.team import Team

NO_WISHES = Wishes()


def assert_keeps_rules(team: Team, plan: Plan, wishes: Wishes = NO_WISHES) -> None:
    """Fail on the first constraint that the plan breaks."""
    people, work = team.people, team.work
    x = {(p.name, t.name): int(p.name in plan.contributors.get(t.name, ())) for p in people for t in work}
    y = {(p.name, t.name): int(p.name in plan.learners.get(t.name, ())) for p in people for t in work}
    k = {(p.name, t.name): int(plan.accountable.get(t.name) == p.name) for p in people for t in work}
    a = {(p.name, s): p.levels.get(s, 0) for p in people for s in team.skills}
    wants = {(p.name, s): int(s in p.wants) for p in people for s in team.skills}
    e = [(n.person, n.task, n.skill) for n in plan.experts]
    z = [(c.coach, c.learner, c.task, c.skill) for c in plan.coaching]
    r = {(t.name, s): level for t in work for s, level in t.needs.items()}
    assert len(set(e)) == len(e)
    assert len(set(z)) == len(z)
    assert sum(map(len, plan.contributors.values())) == sum(x.values()), "an unknown or doubled contributor"
    assert sum(map(len, plan.learners.values())) == sum(y.values()), "an unknown or doubled learner"
    for t in work:
        assert t.least <= sum(x[p.name, t.name] for p in people) <= t.most
        assert sum(k[p.name, t.name] for p in people) == 1
    for place, contributes in x.items():
        assert contributes + y[place] <= 1
        assert k[place] <= contributes
    for p in people:
        given = sum((Fraction(t.hours) * x[p.name, t.name] for t in work), Fraction(0))
        assert given <= Fraction(p.hours)
    for who, at, s in e:
        assert x[who, at]
        assert a[who, s] >= r[at, s]
    assert len({(at, s) for _, at, s in e}) == len(e), "two experts for one requirement"
    for coach, learner, at, s in z:
        assert (at, s) in r
        assert a[coach, s] > a[learner, s]
        assert x[coach, at]
        assert x[learner, at] + y[learner, at] == 1
        assert wants[learner, s] or k[learner, at]
    assert len({(learner, s) for _, learner, _, s in z}) == len(z), "coached twice in one skill"
    for place, learns in y.items():
        assert learns <= sum(1 for _, learner, at, _ in z if (learner, at) == place)
    for pair in (*wishes.pins, *wishes.leads):
        assert x[pair]
    assert all(k[pair] for pair in wishes.leads)
    assert not any(x[pair] or y[pair] for pair in wishes.keep_off)
    assert not any(k[pair] for pair in wishes.no_lead)


def values_of(team: Team, plan: Plan) -> tuple[Fraction, ...]:
    """The seven values, computed from the formulas."""
    r = {(t.name, s): level for t in team.work for s, level in t.needs.items()}
    a = {(p.name, s): p.levels.get(s, 0) for p in team.people for s in team.skills}
    covered = {(n.task, n.skill) for n in plan.experts}
    unsupported = 0
    for t, p in plan.accountable.items():
        short = {s for (at, s), level in r.items() if at == t and a[p, s] < level}
        short &= {s for s in short if any(a[q.name, s] >= r[t, s] for q in team.people)}
        helped = {
            c.skill for c in plan.coaching if (c.task, c.learner) == (t, p) and a[c.coach, c.skill] >= r[t, c.skill]
        }
        unsupported += bool(short) and not short & helped
    parts = {n for names in (*plan.contributors.values(), *plan.learners.values()) for n in names}
    load = max(
        (
            sum((Fraction(t.hours) for t in team.work if p.name in plan.contributors.get(t.name, ())), Fraction(0))
            / Fraction(p.hours)
            for p in team.people
            if p.hours
        ),
        default=Fraction(0),
    )
    wanted = {(c.learner, c.skill) for c in plan.coaching if c.skill in team.by_name[c.learner].wants}
    fit = sum(a[n.person, n.skill] for n in plan.experts)
    fit += sum(a[plan.accountable[t], s] >= level for (t, s), level in r.items() if t in plan.accountable)
    return tuple(
        Fraction(v)
        for v in (
            len(r) - len(covered), unsupported, len(team.people) - len(parts),
            len({n.person for n in plan.experts}), load, len(wanted), fit,
        )
    )  # fmt: skip
