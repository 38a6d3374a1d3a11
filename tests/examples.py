"""How many examples the laws are tried with."""

import os

from hypothesis import settings

QUICK = "quick"
"""The name of the profile that a quick run loads before any test is imported; see `tests.quick`."""
SHARE = 1.0 if os.environ.get("DLCOURSE_ALL_EXAMPLES") else 0.5
"""A usual run tries half of the examples. With ``DLCOURSE_ALL_EXAMPLES=1`` it tries all."""
USUAL = round(100 * SHARE)
"""How many examples are tried of a law that names no number of its own."""


def examples(number: int) -> int:
    """The number to try: the share of a usual run, and in a quick run no more than the profile of quick runs says."""
    if settings.get_current_profile_name() == QUICK:
        return min(number, settings().max_examples)
    return max(1, round(number * SHARE))
