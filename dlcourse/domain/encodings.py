"""Decodes bytes to text, in any Unicode encoding that a program may have used.

The characters are the same in all of them.
"""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks. A longer mark comes before a shorter one that it begins with."""
_SILENT: dict[tuple[bool, ...], str] = {
    (False, True, True, True): "utf-32-le",
    (True, True, True, False): "utf-32-be",
    (False, True, False, True): "utf-16-le",
    (True, False, True, False): "utf-16-be",
}
"""Which of the first four bytes are zero in files without a mark that begin with two Latin characters."""


def decoded(raw: bytes) -> str:
    """The text without its byte order mark. Raises a `UnicodeDecodeError` if it is not UTF-8, UTF-16 or UTF-32."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding)
    return raw.decode(_SILENT.get(tuple(byte == 0 for byte in raw[:4]), "utf-8"))
