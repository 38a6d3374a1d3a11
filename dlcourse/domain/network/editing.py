"""Edits one's own network by hand: each step returns the new network, or raises a `CourseError`."""

from functools import singledispatch

from dlcourse.domain.network.graph import Graph, Tie
from dlcourse.domain.network.messages import (
    AddColleagues,
    ChangeTie,
    CountActs,
    DrawTies,
    Edit,
    Network,
    RemoveColleague,
    RemoveTie,
    RenameColleague,
    clean,
    fits,
)
from dlcourse.domain.network.stretch import Act
from dlcourse.errors import CourseError


def edited(network: Network, step: Edit) -> Network:
    """The network after the step."""
    return fits(_after(step, network))


def joined(network: Network, more: Network) -> Network:
    """Both networks as one. A role or a count of acts that both have is taken from ``more``.

    People without a tie are known if either of the two lists everybody. Raises a `CourseError` if it is too large.
    """
    graph = Graph(
        people=tuple(dict.fromkeys((*network.graph.people, *more.graph.people))),
        ties=tuple(dict.fromkeys((*network.graph.ties, *more.graph.ties))),
        everybody=network.graph.everybody or more.graph.everybody,
    )
    counted = {(act.person, act.function) for act in more.acts}
    acts = tuple(act for act in network.acts if (act.person, act.function) not in counted)
    return fits(Network(graph=graph, roles={**network.roles, **more.roles}, acts=acts + more.acts))


@singledispatch
def _after(step: object, network: Network) -> Network:  # noqa: ARG001 (the kinds of step use it)
    raise TypeError(f"{type(step).__name__} is no step")


@_after.register
def _after_add_colleagues(step: AddColleagues, network: Network) -> Network:
    people = list(network.graph.people)
    for name in map(_named, step.names):
        people.append(_free(name, people))
    roles = {clean(name): clean(role) for name, role in step.roles.items() if clean(name) in people}
    return _with(network, people=tuple(people)).model_copy(update={"roles": {**network.roles, **roles}})


@_after.register
def _after_rename_colleague(step: RenameColleague, network: Network) -> Network:
    old = network.graph.person(step.person)
    new = _free(_named(step.name), [name for name in network.graph.people if name != old])

    def called(name: str) -> str:
        return new if name == old else name

    graph = Graph(
        people=tuple(map(called, network.graph.people)),
        ties=tuple(Tie(who=called(tie.who), to=called(tie.to), topic=tie.topic) for tie in network.graph.ties),
        everybody=network.graph.everybody,
    )
    roles = {called(name): role for name, role in network.roles.items()}
    acts = tuple(act.model_copy(update={"person": called(act.person)}) for act in network.acts)
    return Network(graph=graph, roles=roles, acts=acts)


@_after.register
def _after_remove_colleague(step: RemoveColleague, network: Network) -> Network:
    gone = network.graph.person(step.person)
    graph = Graph(
        people=tuple(name for name in network.graph.people if name != gone),
        ties=tuple(tie for tie in network.graph.ties if gone not in {tie.who, tie.to}),
        everybody=network.graph.everybody,
    )
    roles = {name: role for name, role in network.roles.items() if name != gone}
    return Network(graph=graph, roles=roles, acts=tuple(act for act in network.acts if act.person != gone))


@_after.register
def _after_draw_ties(step: DrawTies, network: Network) -> Network:
    drawn = (Tie(who=step.who, to=to, topic=clean(step.topic)) for to in step.to)
    return _with(network, ties=tuple(dict.fromkeys((*network.graph.ties, *drawn))))


@_after.register
def _after_change_tie(step: ChangeTie, network: Network) -> Network:
    old = _there(step.tie, network)
    new = Tie(who=old.who, to=old.to, topic=clean(step.topic))
    return _with(network, ties=tuple(dict.fromkeys(new if tie == old else tie for tie in network.graph.ties)))


@_after.register
def _after_remove_tie(step: RemoveTie, network: Network) -> Network:
    gone = _there(step.tie, network)
    return _with(network, ties=tuple(tie for tie in network.graph.ties if tie != gone))


@_after.register
def _after_count_acts(step: CountActs, network: Network) -> Network:
    person, function = network.graph.person(step.person), _named(step.function)
    others = tuple(act for act in network.acts if (act.person, act.function) != (person, function))
    noted = (Act(person=person, function=function, count=step.count),) if step.count else ()
    return network.model_copy(update={"acts": others + noted})


def _with(network: Network, people: tuple[str, ...] | None = None, ties: tuple[Tie, ...] | None = None) -> Network:
    """The network with these people or ties. The graph's own checks may raise a `CourseError`."""
    was = network.graph
    graph = Graph(
        people=was.people if people is None else people,
        ties=was.ties if ties is None else ties,
        everybody=was.everybody,
    )
    return network.model_copy(update={"graph": graph})


def _named(words: str) -> str:
    if name := clean(words):
        return name
    raise CourseError("name", "it is empty", "Write a name, or initials.")


def _free(name: str, taken: list[str]) -> str:
    if name in taken:
        raise CourseError(name, "is there already", "Tell the two apart, for instance by an initial.")
    return name


def _there(tie: Tie, network: Network) -> Tie:
    if tie in network.graph.ties:
        return tie
    raise CourseError("tie", "it is not there any more", "Look at the list as it stands now.")
