"""The badge: every part that Open Badges 3.0 requires, and a signature that an independent library checks."""

import base64
import json
import re
from datetime import datetime
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from jwcrypto import jwk, jws  # type: ignore[import-untyped]

from dlcourse.domain.portfolio.certificate import DoneSession, Issued, Scope
from dlcourse.exports.portfolio.certificate import credential, public, signed
from dlcourse.pages.portfolio.certificate_text import sentence

SESSIONS = (DoneSession(id="00-a", title="Begin", minutes=20), DoneSession(id="03-b", title="Go on", minutes=90))
ONE = Issued(
    certificate="0b0a8d2e-6f0c-5d5e-9c5c-2f6a3e1d4b7a",
    name="Zoë אבג 👩🏽‍🏫",
    at="2026-05-07T16:04:05.678+00:00",
    scope=Scope(course="A course", done=SESSIONS, open=4, all=11),
)
KEY = Ed25519PrivateKey.generate()
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def header_of(token: str) -> dict[str, Any]:
    """Return the header of a JWT."""
    part = token.split(".", maxsplit=1)[0]
    found = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    assert isinstance(found, dict)
    return found


def checked(token: str, key: Any) -> dict[str, Any]:
    """The contents of a JWT, after an independent library has verified its signature."""
    sealed = jws.JWS()
    sealed.allowed_algs = ["EdDSA"]
    sealed.deserialize(token, key)
    found = json.loads(sealed.payload)
    assert isinstance(found, dict)
    return found


def raw_of(did: str) -> bytes:
    """The public key in a ``did:key``, decoded by the standard: multibase z, base58, multicodec ed25519-pub."""
    number = 0
    for digit in did.removeprefix("did:key:z"):
        number = 58 * number + BASE58.index(digit)
    raw = number.to_bytes(34)
    assert raw[:2] == b"\xed\x01"
    return raw[2:]


def test_another_library_finds_the_signature_good() -> None:
    """The key in the header, at its address and in the issuer's identifier is the same, and it made the signature."""
    token = signed(credential(ONE, public(KEY).did), KEY)
    header = header_of(token)
    assert (header["alg"], header["typ"], header["jwk"]) == ("EdDSA", "JWT", public(KEY).jwk)
    assert header["kid"].partition("#")[0] == public(KEY).did
    said = checked(token, jwk.JWK(**header["jwk"]))
    raw = base64.urlsafe_b64decode(header["jwk"]["x"] + "=")
    assert raw_of(said["issuer"]["id"]) == raw == KEY.public_key().public_bytes_raw()
    assert said["iss"] == said["issuer"]["id"]
    assert said["jti"] == said["id"]
    assert said["sub"] == said["credentialSubject"]["id"]
    assert datetime.fromisoformat(said["validFrom"]).timestamp() == said["nbf"]


def test_a_changed_badge_and_another_key_are_found_out() -> None:
    """A badge with a changed name, or checked against another key, is not valid."""
    token = signed(credential(ONE, public(KEY).did), KEY)
    head, body, seal = token.split(".")
    forged = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    forged["credentialSubject"]["identifier"][0]["identityHash"] = "Somebody else"
    changed = base64.urlsafe_b64encode(json.dumps(forged).encode()).decode().rstrip("=")
    for text, key in (
        (f"{head}.{changed}.{seal}", jwk.JWK(**public(KEY).jwk)),
        (token, jwk.JWK.generate(kty="OKP", crv="Ed25519")),
    ):
        with pytest.raises(jws.InvalidJWSSignature):
            checked(text, key)


def test_nothing_of_the_private_key_is_in_it() -> None:
    """Neither the badge nor the public key contains anything that could sign."""
    secret = base64.urlsafe_b64encode(KEY.private_bytes_raw()).decode().rstrip("=")
    token = signed(credential(ONE, public(KEY).did), KEY)
    assert "d" not in header_of(token)["jwk"]
    assert secret not in json.dumps([header_of(token), public(KEY).jwk, checked(token, jwk.JWK(**public(KEY).jwk))])


def test_what_open_badges_require_is_there() -> None:
    """Contexts in order, types, ids, validFrom, and an achievement with criteria: everything that 3.0 requires."""
    said = credential(ONE, public(KEY).did)
    assert said["@context"][0] == "https://www.w3.org/ns/credentials/v2"
    assert re.fullmatch(r"https://purl\.imsglobal\.org/spec/ob/v3p0/context-3\.0\.\d+\.json", said["@context"][1])
    assert {"VerifiableCredential", "OpenBadgeCredential"} == set(said["type"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", said["validFrom"])
    for uri in (said["id"], said["issuer"]["id"], said["credentialSubject"]["id"]):
        assert re.match(r"^(urn:uuid:|did:key:)", uri)
    assert said["name"]
    assert "Profile" in said["issuer"]["type"]
    subject = said["credentialSubject"]
    assert "AchievementSubject" in subject["type"]
    (identity,) = subject["identifier"]
    assert (identity["type"], identity["hashed"], identity["identityType"]) == ("IdentityObject", False, "name")
    assert identity["identityHash"] == ONE.name
    achievement = subject["achievement"]
    assert "Achievement" in achievement["type"]
    assert all(achievement[part] for part in ("id", "name", "description", "criteria"))
    assert achievement["criteria"]["narrative"]
    assert all("Evidence" in each["type"] for each in said["evidence"])
    assert {"vc", "vp"} & said.keys() == set()


def test_an_achievement_is_the_same_for_everybody_who_has_it() -> None:
    """The same sessions give the same achievement, id included; person and time are only in the credential."""
    other = ONE.model_copy(update={"name": "Amaru Quispe", "at": "2027-01-02T03:04:05.000+00:00"})
    mine, yours = (credential(one, public(KEY).did)["credentialSubject"]["achievement"] for one in (ONE, other))
    assert mine == yours
    assert ONE.name not in json.dumps(mine, ensure_ascii=False)
    fewer = ONE.model_copy(update={"scope": ONE.scope.model_copy(update={"done": ONE.scope.done[:1]})})
    assert credential(fewer, public(KEY).did)["credentialSubject"]["achievement"]["id"] != mine["id"]


def test_it_says_what_it_counts_and_what_it_does_not_prove() -> None:
    """The text names the sessions, how many were open, the stated minutes, and the limits of the certificate."""
    said = json.dumps(credential(ONE, public(KEY).did), ensure_ascii=False)
    assert "2 of the 4 sessions that were open" in said
    assert "7 were not open yet" in said
    assert "110 minutes" in said
    assert "No school, university or authority stands behind it" in said
    assert all(session.title in said for session in SESSIONS)


def test_whoever_did_everything_is_told_so_in_plain_words() -> None:
    """If every session of the course is done, it says that all are, and nothing about open ones."""
    whole = Issued(certificate="c", name="Ann", at=ONE.at, scope=Scope(course="A course", done=SESSIONS, open=2, all=2))
    assert f"Ann has done all {len(SESSIONS)} sessions of the course “A course”." in sentence(whole)
    assert "open" not in sentence(whole)


def test_the_same_certificate_is_signed_alike() -> None:
    """Downloaded twice, it is the same file."""
    assert len({signed(credential(ONE, public(KEY).did), KEY) for _ in range(2)}) == 1
