"""Ids for tests. What colleagues in a role-play say depends on the id of the play, so it must not be random here."""

import os
from collections import Counter
from hashlib import sha256
from uuid import uuid4

_made = Counter[str]()


def new_id() -> str:
    """An id that no other call returns, but that is the same each time that this test runs; outside a test, any id."""
    test = os.environ.get("PYTEST_CURRENT_TEST", uuid4().hex).partition(" (")[0]
    _made[test] += 1
    return sha256(f"{test}|{_made[test]}".encode()).hexdigest()[:32]
