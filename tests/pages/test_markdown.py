"""Markdown of any text is HTML that is safe to show, in little time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dlcourse.pages.markdown import html, inline, plain
from tests.examples import examples

HOSTILE = {
    "brackets that open": "[" * 50_000,
    "brackets inside each other": "[" * 50_000 + "]" * 50_000,
    "pictures": "![" * 50_000,
    "links in links": "[x][y" * 20_000,
    "parentheses": "[a](" + "(" * 50_000,
    "quotations": ">" * 50_000,
    "stars": "*a " * 10_000,
    "backticks": "".join("`" * (number % 300) + " x" for number in range(1_500)),
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HOSTILE.items()])
def test_a_hostile_text_is_shown_in_little_time(text: str) -> None:
    """Thousands of marks inside each other take less than two seconds of work."""
    begun = time.process_time()
    shown = html(text)
    assert time.process_time() - begun < 2
    assert shown


def test_a_text_with_links_has_them() -> None:
    """Links of an ordinary text are links; those of one with thousands of brackets are shown as they were written."""
    assert '<a href="https://a.example">b</a>' in html("[b](https://a.example)")
    many = "[b](https://a.example) " * 400
    assert "<a href" not in html(many)
    assert "[b](https://a.example)" in html(many)


@settings(max_examples=examples(200), deadline=None)
@given(st.text(st.sampled_from("[]()!*_`<>&#-|~\\ \nab1.") | st.characters(codec="utf-8")))
def test_no_text_brings_html_of_its_own(text: str) -> None:
    """Nothing in a text becomes a script, a picture, or a dangerous link."""
    for shown in (html(text), inline(text)):
        assert "<script" not in shown
        assert "<img" not in shown
        assert 'href="javascript:' not in shown.lower()
    plain(text)
