"""Several answers stored as one personal text, so that they are erased together."""

import json
from collections.abc import Mapping

from dlcourse.domain.words import UNREADABLE


def packed(answers: Mapping[str, str]) -> str:
    """Several answers as one text."""
    return json.dumps(dict(answers), ensure_ascii=False)


def unpacked(text: str | None) -> dict[str, str]:
    """The answers in a stored text; none if it was erased or is damaged."""
    if text == UNREADABLE:
        return {}
    return {str(field): str(words) for field, words in json.loads(text or "{}").items()}
