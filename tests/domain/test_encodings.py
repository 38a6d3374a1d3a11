"""Text in any encoding of Unicode gives the same characters."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.encodings import decoded

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff\0"), max_size=40)
MARKED = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


@pytest.mark.parametrize("encoding", MARKED)
@given(text=TEXT)
def test_a_byte_order_mark_says_which_encoding_it_is(encoding: str, text: str) -> None:
    """With a byte order mark, every encoding is read, and the mark is not part of the text."""
    assert decoded(MARKED[encoding] + text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", MARKED)
@given(text=TEXT)
def test_without_a_mark_two_latin_letters_say_it(encoding: str, text: str) -> None:
    """A file without a mark is recognized if it begins with two ASCII characters, as headings do."""
    assert decoded(f"fr{text}".encode(encoding)) == f"fr{text}"


@pytest.mark.parametrize("raw", [b"Zo\xeb", b"\xff\xfea", b"\xef\xbb\xbf\xff"])
def test_what_is_no_unicode_is_refused(raw: bytes) -> None:
    """Bytes in another encoding, and half a character, are an error and not a guess."""
    with pytest.raises(UnicodeDecodeError):
        decoded(raw)
