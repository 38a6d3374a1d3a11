"""The key with which a home signs certificates. It is made on first use and stored in the home for its owner alone.

The private part leaves this module only as a key object for signing. It is never logged, exported or shown.
"""

import hmac
import json
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dlcourse.errors import CourseError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

NAME = "certificate-key.json"


def key_of(home: Path | None) -> "Ed25519PrivateKey":
    """The home's key. Raises a `CourseError` if it can be neither read nor made."""
    if home is None:
        raise CourseError("certificate", "this course has no folder in which to keep a key", "Open it with --home.")
    path = home / NAME
    try:
        if not path.exists():
            _make(path)
        return _private(json.loads(path.read_text("utf-8")))
    except OSError as error:
        raise CourseError(
            str(path), (error.strerror or "it cannot be read").lower(), "Fix that, then try again."
        ) from None
    except (ValueError, KeyError, TypeError):
        remedy = "Put back a copy of it, or move it away: then a new key is made. What was signed before stays good."
        raise CourseError(str(path), "the key for certificates in it cannot be read", remedy) from None


def key_for(person: str, home: Path | None) -> "Ed25519PrivateKey":
    """The key with which this home signs in the name of one person, such as a facilitator.

    It follows from the home's key and the person's id, so it is stored nowhere, and is lost when the person is erased.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # only needed for signing

    own = key_of(home).private_bytes_raw()
    return Ed25519PrivateKey.from_private_bytes(hmac.digest(own, f"dlcourse signs for {person}".encode(), "sha256"))


def _make(path: Path) -> None:
    """Write a new key in one step. If somebody else was quicker, their key stays."""
    draft = path.with_name(f".{NAME}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump(_new(), file)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            _place(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _place(draft: Path, path: Path) -> None:
    """Give the file its final name, unless a file of that name exists."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # this file system has no hard links
        if not path.exists():
            draft.replace(path)


def _new() -> dict[str, Any]:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # only needed for signing
    from jwt.algorithms import OKPAlgorithm

    return dict(OKPAlgorithm.to_jwk(Ed25519PrivateKey.generate(), as_dict=True))


def _private(jwk: Mapping[str, Any]) -> "Ed25519PrivateKey":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # only needed for signing
    from jwt.algorithms import OKPAlgorithm
    from jwt.exceptions import InvalidKeyError

    try:
        key = OKPAlgorithm.from_jwk(dict(jwk))
    except InvalidKeyError:
        raise ValueError from None
    if not isinstance(key, Ed25519PrivateKey):
        raise TypeError
    return key
