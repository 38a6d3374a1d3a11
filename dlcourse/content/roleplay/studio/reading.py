"""Reads the text that an author is writing. What was read last is kept, because each change reads it several times."""

from functools import lru_cache

from dlcourse.content import yaml_parser
from dlcourse.content.roleplay.studio.places import WrittenPart, written
from dlcourse.content.yaml_tree import Node

KEPT = 8
"""How many texts are kept with what was read in them."""


@lru_cache(KEPT)
def parsed(text: str) -> Node | None:
    """The text as a tree, like `yaml_parser.parse`; raises `Unreadable` like that."""
    return yaml_parser.parse(text)


@lru_cache(KEPT)
def places(text: str) -> WrittenPart | None:
    """Where everything is written in a text that can be read; None if it is empty."""
    return written(text)
