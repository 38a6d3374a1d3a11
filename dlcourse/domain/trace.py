"""An accountability trace: a decision, the knowledge that it rests on, the one who answers for it, and what it changed.

Any subject in which something is decided can add its decisions; what is missing in one is shown as a gap.
"""

from dlcourse.domain.speech import Value


class Traced(Value):
    """A decision. ``id`` stays the same for as long as it is there; ``kind`` says in a word or two what it is.

    ``contributed`` says who brought which knowledge, ``answers`` is the one person who answers for it, and ``changed``
    what it changed in practice; each is empty if nobody has said so. ``at`` is when it was decided (ISO 8601).
    """

    id: str
    kind: str
    what: str
    contributed: tuple[str, ...]
    answers: str
    changed: str
    at: str

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is missing: ``contributed``, ``answers`` and ``changed``, as far as they are empty."""
        parts = {"contributed": self.contributed, "answers": self.answers.strip(), "changed": self.changed.strip()}
        return tuple(name for name, there in parts.items() if not there)
