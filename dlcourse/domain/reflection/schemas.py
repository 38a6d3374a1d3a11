"""Schemas for writing a reflection step by step: their steps, and the question of each step.

The orders of steps are well known (what, so what, now what; Gibbs; ORID); their wording here is the course's own.
"""

from dlcourse.domain.speech import Value


class SchemaStep(Value):
    """A step of a schema: its heading, and the question that helps to write it."""

    heading: str
    ask: str


class Schema(Value):
    """A way to write; ``own_steps`` is True if the writers name the steps themselves."""

    id: str
    name: str
    about: str
    steps: tuple[SchemaStep, ...]
    own_steps: bool = False


def _schema(schema_id: str, name: str, about: str, **steps: str) -> Schema:
    asked = tuple(SchemaStep(heading=heading.replace("_", " "), ask=ask) for heading, ask in steps.items())
    return Schema(id=schema_id, name=name, about=about, steps=asked, own_steps=not asked)


SCHEMAS: dict[str, Schema] = {
    schema.id: schema
    for schema in (
        _schema("free", "Freely", "Just write. You can add steps, and word them yourself."),
        _schema(
            "what",
            "What, so what, now what",
            "Three steps, for a single event that stays with you.",
            What="What happened? Tell it like a witness.",
            So_what="What does it mean, for you and for the others?",
            Now_what="What will you do, and when?",
        ),
        _schema(
            "gibbs",
            "Gibbs: six steps round an experience",
            "For something that went well or badly and that you want to understand before it comes again.",
            What_happened="Who was there, what was said and done, in which order?",
            What_I_felt="What went through you before, during and after? Nothing has to be justified here.",
            Good_and_bad="What worked, and what did not? For whom?",
            Why_it_went_so="What explains it? Whose knowledge would explain it better?",
            What_I_conclude="What else could you have done?",
            If_it_comes_again="What will you do then, and what do you need for it?",
        ),
        _schema(
            "orid",
            "ORID: from facts to a decision",
            "Four levels in a fixed order, so that the conclusion comes last.",
            Facts="What did you see and hear? Only what a camera would have caught.",
            Reactions="What surprised, pleased or annoyed you?",
            Meaning="What does it say about how you work together?",
            Decision="What follows from it, for you?",
        ),
    )
}
"""All of them by id, in the order in which they are offered."""
