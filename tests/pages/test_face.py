"""Faces: told apart within a case by shape and color together, and by letters."""

from itertools import pairwise

import pytest

from dlcourse.pages.face import face


def test_no_two_people_of_a_case_look_alike() -> None:
    """Sixteen people all have a look of their own, and neighbors differ in shape as well as in color."""
    looks = [(made["shape"], made["color"]) for made in (face("", place) for place in range(16))]
    assert len(set(looks)) == 16
    for (shape, color), (next_shape, next_color) in pairwise(looks):
        assert shape != next_shape
        assert color != next_color


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ana Maria Lopez, principal", "AL"),
        ("Joy", "J"),
        ("Amy Amy", "A"),
        ("the custodian", "TC"),
        ("42, a number", "?"),
        ("ölander ümit", "ÖÜ"),
    ],
)
def test_a_face_has_the_first_letters_of_the_name(name: str, letters: str) -> None:
    """The letters are those of the first and the last word of who it is, or a question mark."""
    assert face(name, 0)["initials"] == letters
