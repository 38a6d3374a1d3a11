"""How many examples the laws are tried with."""

from hypothesis import settings

QUICK = "quick"
"""The name of the profile that a quick run loads before any test is imported; see `tests.quick`."""


def examples(number: int) -> int:
    """The number to try: this one, but in a quick run no more than the profile of quick runs says."""
    return min(number, settings().max_examples) if settings.get_current_profile_name() == QUICK else number
