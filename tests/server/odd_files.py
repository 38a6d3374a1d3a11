"""Files that somebody hostile would upload, drawn from a seed."""

import gzip
import io
import json
import random
import zipfile

from dlcourse import files
from dlcourse.domain.mywork import work_file
from tests.server.odd_speech import mutated


def odd_file(dice: random.Random, whole: bytes) -> bytes:
    """A file that expands, breaks off or holds something else; ``whole`` is a sound file of work."""
    match dice.randrange(9):
        case 0:
            return gzip.compress(gzip.compress(bytes(60_000_000), 9), 9)
        case 1:
            return _zipped({"xl/worksheets/sheet1.xml": bytes(200_000_000)})
        case 2:
            return _zipped({f"{'../' * turn}xl/{turn}.xml": b"<a>" * 5000 for turn in range(40)})
        case 3:
            return _cut(dice, dice.choice(_samples()))
        case 4:
            return _cut(dice, _zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": dice.randbytes(500)}))
        case 5:
            return _sealed(dice, whole)
        case 6:
            return dice.choice(
                [
                    b"",
                    b"PK\x03\x04",
                    b"\x1f\x8b" + bytes(50),
                    b"\xd0\xcf\x11\xe0" + bytes(600),
                    b"%PDF-1.4",
                    b"\x00" * 10_000,
                ]
            )
        case 7:
            return b"from,to\n" + b"a,b\n" * dice.choice([1, 100_000]) + b'"'
    return _cut(dice, whole)


def _zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def _samples() -> list[bytes]:
    return [path.read_bytes() for path in sorted(files.data().rglob("*")) if path.suffix in {".csv", ".xlsx"}]


def _cut(dice: random.Random, content: bytes) -> bytes:
    """The content with its end missing, or with some bytes changed."""
    if dice.random() < 0.4:
        return content[: dice.randrange(len(content) + 1)]
    changed = bytearray(content)
    for _ in range(dice.randrange(1, 6)):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def _sealed(dice: random.Random, whole: bytes) -> bytes:
    """A file of work whose checksum is right although something in it is odd."""
    document = json.loads(whole)
    del document["checksum"]
    changed = {name: mutated(dice, part) if dice.random() < 0.4 else part for name, part in document.items()}
    said = "{\n" + ",\n".join(f'"{name}": {json.dumps(value)}' for name, value in changed.items())
    seal = work_file._digest(said.encode())
    return f'{said},\n"checksum": "{seal}"\n}}\n'.encode()
