"""Errors about names that do not exist, with the most similar one that does."""

from collections.abc import Collection

from dlcourse.content.findings import listed, suggestion
from dlcourse.domain.names import look
from dlcourse.errors import UnknownNameError


def unknown(where: str, what: str, name: str, known: Collection[str]) -> UnknownNameError:
    """The error for a name that is not among those that are known; it says which one may have been meant."""
    within = [each for each in known if look(name) in look(each)]
    otherwise = f"Did you mean '{within[0]}'?" if len(within) == 1 else f"Choose one of {listed(known, 'or')}."
    return UnknownNameError(where, what, suggestion(name, known, otherwise))
