"""Published standards for leaders in education, and which of them each session serves."""

from collections.abc import Iterable

from dlcourse.domain.speech import Value


class Standard(Value):
    """One standard: its number and its title, as published."""

    number: str
    title: str


class Framework(Value):
    """A set of standards: a short name, the title, who published it and when, and its address."""

    id: str
    title: str
    publisher: str
    year: int
    address: str
    standards: tuple[Standard, ...]

    def standard(self, number: str) -> Standard:
        """The standard with this number; KeyError if it is not among those that the course names."""
        for standard in self.standards:
            if standard.number == number:
                return standard
        raise KeyError(number)


class Standards(Value):
    """The whole file: the frameworks, and by session and framework the numbers of the standards it serves."""

    frameworks: tuple[Framework, ...]
    sessions: dict[str, dict[str, tuple[str, ...]]]

    def served(self, session: str) -> tuple[tuple[Framework, tuple[Standard, ...]], ...]:
        """What a session serves, in the order of the file; nothing for a session that is not in it."""
        numbers = self.sessions.get(session, {})
        return tuple(
            (framework, tuple(framework.standard(number) for number in numbers[framework.id]))
            for framework in self.frameworks
            if framework.id in numbers
        )


def numbers(standards: Standards, sessions: Iterable[str]) -> tuple[str, ...]:
    """What these sessions serve together, one line for each framework: its name and year, and the numbers."""
    served = [pair for session in sessions for pair in standards.served(session)]
    lines: list[str] = []
    for framework in standards.frameworks:
        found = {each.number for of, several in served if of == framework for each in several}
        if found:
            ordered = [each.number for each in framework.standards if each.number in found]
            lines.append(f"{framework.id} {framework.year}: {', '.join(ordered)}")
    return tuple(lines)


def in_words(standards: Standards, session: str) -> tuple[str, ...]:
    """What a session serves, one line for each standard: framework and year, number, title."""
    return tuple(
        f"{framework.id} {framework.year}, {standard.number}: {standard.title}"
        for framework, served in standards.served(session)
        for standard in served
    )
