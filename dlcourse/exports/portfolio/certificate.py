"""A certificate as an Open Badge 3.0: a verifiable credential (Data Model 2.0), signed as a JWT with Ed25519.

It follows the specification's section on the JSON Web Token proof format: the credential itself is the payload, with
the registered claims beside it. The issuer is identified by its key, as a ``did:key``, so that a verifier needs no
network. The header carries the same key as a JWK.
"""

import json
import uuid
from datetime import datetime
from typing import TYPE_CHECKING, Any

from dlcourse.domain.portfolio.certificate import Attestation, Issued, KeyView, Scope
from dlcourse.pages.portfolio.certificate_text import achievement, confirmed, defined, line_of, sentence
from dlcourse.pages.portfolio.words import CONFIRMATION, ISSUER, NARRATIVE, PROVES_NOT, SIGNED_FOR

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

CONTEXTS = ("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")
_ED25519 = b"\xed\x01"
"""The multicodec prefix of an Ed25519 public key."""
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

Document = dict[str, Any]


def public(key: "Ed25519PrivateKey") -> KeyView:
    """The public part of a key."""
    from jwt.algorithms import OKPAlgorithm  # only needed for signing

    jwk = dict(OKPAlgorithm.to_jwk(key.public_key(), as_dict=True))
    jwk.pop("key_ops", None)
    return KeyView(jwk=jwk | {"alg": "EdDSA", "use": "sig"}, did=_did(key.public_key().public_bytes_raw()))


def credential(one: Issued, issuer: str) -> Document:
    """The certificate as a credential from ``issuer``. It says what was done, and what that does not prove."""
    return {
        "@context": list(CONTEXTS),
        "id": f"urn:uuid:{one.certificate}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": achievement(one.scope),
        "description": " ".join([sentence(one), *map(confirmed, one.confirmed), PROVES_NOT]),
        "issuer": {"id": issuer, "type": ["Profile"], "name": ISSUER},
        "validFrom": _seconds(one.at),
        "credentialSubject": {
            "id": f"urn:uuid:{uuid.uuid5(uuid.UUID(one.certificate), 'subject')}",
            "type": ["AchievementSubject"],
            "identifier": [
                {"type": "IdentityObject", "hashed": False, "identityType": "name", "identityHash": one.name}
            ],
            "achievement": _achievement(one.scope),
        },
        "evidence": [
            {"type": ["Evidence"], "name": session.title, "narrative": line_of(session)} for session in one.scope.done
        ],
    }


def endorsement(attestation: Attestation, certificate: str, endorser: str) -> Document:
    """What a facilitator confirms of a certificate, as a credential of its own; ``endorser`` is their identifier."""
    number = uuid.uuid5(uuid.UUID(certificate), f"endorsement {endorser} {attestation.at}")
    return {
        "@context": list(CONTEXTS),
        "id": f"urn:uuid:{number}",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "name": CONFIRMATION.format(by=attestation.by),
        "description": SIGNED_FOR.format(by=attestation.by),
        "issuer": {"id": endorser, "type": ["Profile"], "name": attestation.by},
        "validFrom": _seconds(attestation.at),
        "credentialSubject": {
            "id": f"urn:uuid:{certificate}",
            "type": ["EndorsementSubject"],
            "endorsementComment": confirmed(attestation),
        },
    }


def _achievement(scope: Scope) -> Document:
    """The achievement. It is the same for everybody who achieved it: its id is computed from everything it says."""
    definition = {
        "type": ["Achievement"],
        "achievementType": "Course",
        "name": achievement(scope),
        "description": defined(scope),
        "criteria": {"narrative": NARRATIVE},
        "inLanguage": "en",
    }
    about = json.dumps([[session.id for session in scope.done], definition])
    return {"id": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, about)}", **definition}


def signed(document: Document, key: "Ed25519PrivateKey") -> str:
    """The credential as a JWT in compact form."""
    import jwt  # only needed for signing

    shown = public(key)
    claims = {
        "iss": shown.did,
        "jti": document["id"],
        "nbf": _epoch(document["validFrom"]),
        "sub": document["credentialSubject"]["id"],
    }
    header = {"typ": "JWT", "kid": f"{shown.did}#{shown.did.removeprefix('did:key:')}", "jwk": shown.jwk}
    return jwt.encode(document | claims, key, algorithm="EdDSA", headers=header)


def _did(raw: bytes) -> str:
    """The ``did:key`` of a public key: multicodec, base58 (Bitcoin's alphabet), multibase."""
    number, digits = int.from_bytes(_ED25519 + raw), ""
    while number:
        number, digit = divmod(number, 58)
        digits = _BASE58[digit] + digits
    return f"did:key:z{digits}"


def _seconds(at: str) -> str:
    """A timestamp of the store in whole seconds, in the format of XML Schema."""
    return f"{at[:19]}Z"


def _epoch(moment: str) -> int:
    return int(datetime.fromisoformat(moment).timestamp())
