"""Makes codes, keys, phrases and sessions, and checks the ones that people show. Only salted hashes are stored.

What is short enough to be guessed from a stolen store (a join code) is hashed slowly.
"""

import hashlib
import hmac
import random
import secrets
from collections.abc import Callable, Iterable, Mapping

from dlcourse.domain.cohort.codes import (
    CONSONANTS,
    GROUP,
    JOIN_GROUPS,
    KEY_GROUPS,
    LETTERS,
    PHRASE_WORDS,
    VOWELS,
    Kind,
    Shown,
    code_shown,
    grouped,
    phrase_shown,
    session_shown,
)
from dlcourse.store import Credential

_chance = random.SystemRandom()
_SCRYPT = {"n": 2**13, "r": 8, "p": 1, "dklen": 32}


def new_secret(kind: Kind, cohort: str, person: str, at: str) -> tuple[str, Credential]:
    """A new secret in the form in which it is shown once, and what is stored of it."""
    text, shown = _MAKERS[kind]()
    salt = secrets.token_hex(16)
    return text, Credential(hashed(shown, salt), kind, shown.handle, salt, cohort, person, at)


def matching(shown: Shown, stored: Iterable[Credential]) -> Credential | None:
    """The stored credential that this is; None if it is none of them."""
    return next((each for each in stored if hmac.compare_digest(hashed(shown, each.salt), each.digest)), None)


def hashed(shown: Shown, salt: str) -> str:
    """The salted hash of a secret; a short one takes a few hundredths of a second."""
    secret = f"{shown.handle} {shown.secret}".encode()
    if shown.kind == "join":
        return hashlib.scrypt(secret, salt=salt.encode(), **_SCRYPT).hex()
    return hashlib.blake2b(secret, key=salt.encode(), digest_size=32).hexdigest()


def _code(groups: int) -> tuple[str, Shown]:
    text = grouped("".join(_chance.choices(LETTERS, k=groups * GROUP)))
    return text, _parsed(code_shown(text))


def _phrase() -> tuple[str, Shown]:
    parts = (CONSONANTS, VOWELS, CONSONANTS, VOWELS, CONSONANTS)
    text = " ".join("".join(map(_chance.choice, parts)) for _ in range(PHRASE_WORDS))
    return text, _parsed(phrase_shown(text))


def _session() -> tuple[str, Shown]:
    text = f"{secrets.token_hex(8)}.{secrets.token_urlsafe(32)}"
    return text, _parsed(session_shown(text))


def _parsed(shown: Shown | None) -> Shown:
    assert shown is not None
    return shown


_MAKERS: Mapping[Kind, Callable[[], tuple[str, Shown]]] = {
    "join": lambda: _code(JOIN_GROUPS),
    "facilitator": lambda: _code(KEY_GROUPS),
    "phrase": _phrase,
    "session": _session,
}
