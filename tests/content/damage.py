"""Damages files of any kind, for tests that no damage ends in a traceback or gives half a result."""

import io
import os
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tests.examples import examples

EXAMPLES = int(os.environ.get("DLCOURSE_EXAMPLES", "500"))
"""How many examples each kind of file is tried with; the bench asks for more."""
HASTY = settings(
    max_examples=examples(EXAMPLES),
    deadline=None,
    derandomize=EXAMPLES == 500,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
"""Five hundred examples, the same in every run; other ones each time where more are asked for."""
MOST_SECONDS = 2.0
CELLS = st.one_of(
    st.sampled_from(
        [
            *(
                "",
                " ",
                "Ana",
                "Bo",
                "ana",
                "O'Neil",
                "O\u2019Neil",
                "0",
                "1",
                "3",
                "3.0",
                "2+",
                "+",
                "-1",
                "1e9",
                "4,5",
            ),
            *(
                "NA",
                "NaN",
                "None",
                "#N/A",
                "#WERT!",
                "=1+1",
                "x;=1+1",
                '"',
                '""',
                '"a" b',
                "\u200d",
                "\u3164",
                "\ufeff",
            ),
            *("from", "to", "topic", "weight", "name", "role", "hours", "task", "least", "most", "person", "function"),
            *(
                "count",
                "sep=;",
                "\u2028",
                "\x00",
                "\x1f",
                "\u0663",
                "9" * 400,
                "y" * 1_500,
                "\U0001f469\u200d\U0001f3eb",
            ),
        ]
    ),
    st.text(max_size=8),
)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])


@contextmanager
def in_time() -> Iterator[None]:
    """Fail if it takes more than two seconds of this process."""
    begun = time.process_time()
    yield
    assert time.process_time() - begun < MOST_SECONDS


@st.composite
def tables(draw: st.DrawFn, good: str) -> bytes:
    """A good table with some of its cells, separators, line ends and bytes replaced, in any encoding."""
    rows = [line.split(",") for line in good.splitlines()]
    for _ in range(draw(st.integers(0, 6))):
        row = rows[draw(st.integers(0, len(rows) - 1))]
        at = draw(st.integers(0, len(row)))
        row[at : at + draw(st.integers(0, 1))] = [draw(CELLS)]
    separator, ends = draw(st.sampled_from(",;\t| :")), draw(st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028"]))
    text = ends.join(separator.join(row) for row in rows) + draw(st.sampled_from(["", ends, '"', separator]))
    return (
        draw(spoiled(text.encode(draw(ENCODINGS), "replace")))
        if draw(st.booleans())
        else text.encode("utf-8", "replace")
    )


@st.composite
def spoiled(draw: st.DrawFn, raw: bytes) -> bytes:
    """The bytes with up to three parts replaced, repeated or removed."""
    found = bytearray(raw)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(found)))
        piece = draw(st.one_of(st.binary(max_size=6), st.just(bytes(found[at : at + 20]) * 3)))
        found[at : at + draw(st.integers(0, 30))] = piece
    return bytes(found)


@st.composite
def packages(draw: st.DrawFn, raw: bytes, change: Callable[[str, bytes], st.SearchStrategy[bytes]]) -> bytes:
    """A zip package with one of its parts changed or missing, or with its own bytes damaged."""
    if draw(st.integers(0, 4)) == 0:
        return draw(spoiled(raw))
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = draw(st.sampled_from(names))
        left_out = draw(st.integers(0, 9)) == 0
        for name in names:
            part = old.read(name)
            if name != chosen:
                new.writestr(name, part)
            elif not left_out:
                new.writestr(name, draw(change(name, part)))
    return stream.getvalue()
