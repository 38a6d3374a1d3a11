"""Files as people have them: an invisible or curly character, or a lost end, is named with its line and a remedy."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dlcourse.content.roleplay.scenarios import check_file

CASES = Path(__file__).parent / "cases"
ALWAYS = "no-principle"
"""All files have a debrief question without a principle, which is warned of where the story is checked."""

TOLD = {
    "yaml-hash/control": [],
    "yaml-hash/d-real-comment": [],
    "yaml-hash/a-choice-text": [("lost-text", 23, "the text ends before '#2 and tell")],
    "yaml-hash/c-setting": [("lost-text", 6, "the text ends before '#4) says")],
    "yaml-hash/b-only-hash": [("shape", 19, "'title' should be a text, but is empty")],
    "yaml-hash/e-multiline": [("syntax", 38, "the text ends before '#' and continues")],
    "yaml-smart-quotes/a-smart-dq": [("syntax", 23, "a curly quotation mark (“, U+201C)")],
    "yaml-smart-quotes/b-smart-cmp": [
        ("shape", 26, "it begins with a curly quotation mark (“, U+201C)"),
        ("unknown-ref", 26, "there is no indicator 'trust'"),
    ],
    "yaml-smart-quotes/c-smart-list": [("unknown-ref", 5, "a curly quotation mark (“, U+201C)")],
    "yaml-smart-quotes/d-en-dash-list": [("syntax", 12, "the line begins with an en dash (–, U+2013)")],
    "yaml-smart-quotes/e-smart-id": [("unknown-ref", 26, "a curly quotation mark (“, U+201C)")],
    "yaml-unicode-space/a-nbsp-indent": [("syntax", 9, "the line begins with a no-break space (U+00A0)")],
    "yaml-unicode-space/b-nbsp-after-colon": [("syntax", 2, "after 'title:' there is a no-break space (U+00A0)")],
    "yaml-unicode-space/c-nbsp-after-hyphen": [("syntax", 12, "after '-' there is a no-break space (U+00A0)")],
    "yaml-unicode-space/d-zwsp-in-key": [
        ("shape", 1, "the scenario has no 'minutes'"),
        ("shape", 4, "it ends with a zero-width space (U+200B)"),
    ],
    "yaml-unicode-space/e-nbsp-trailing-id": [("unknown-ref", 26, "it ends with a no-break space (U+00A0)")],
    "yaml-unicode-space/f-zwsp-in-ref": [("unknown-ref", 26, "it ends with a zero-width space (U+200B)")],
    "yaml-unicode-space/g-ideographic-indent": [("syntax", 13, "the line begins with an ideographic space (U+3000)")],
    "yaml-unicode-space/h-fullwidth-colon": [("syntax", 2, "after 'title' there is a fullwidth colon (：, U+FF1A)")],
    "yaml-unicode-space/i-bom-inside": [],
    "yaml-unicode-space/j-ensp-all": [("syntax", 8, "the line begins with an en space (U+2002), as 28 more do")],
    "line-separators/block-ls": [],
    "line-separators/block-ls-late-error": [("unknown-ref", 32, "there is no scene 'homes'")],
    "locale-encoding/s": [("unknown-ref", 31, "there is no scene 'ōmes'")],
}


@pytest.mark.parametrize("case", TOLD)
def test_cases_from_practice(case: str) -> None:
    """Each file has exactly these findings at these lines, and each has a remedy."""
    findings = [found for found in check_file(CASES / f"{case}.yaml").findings if found.code != ALWAYS]
    assert [(found.code, found.line) for found in findings] == [(code, line) for code, line, _ in TOLD[case]]
    for found, (_, _, said) in zip(findings, TOLD[case], strict=True):
        assert said in found.message
        assert found.remedy


def test_every_case_is_told() -> None:
    """Every file of the cases is tested."""
    assert {f"{file.parent.name}/{file.stem}" for file in CASES.glob("*/*.yaml")} == TOLD.keys()


def test_a_text_keeps_its_line_separators() -> None:
    """U+2028 in a block text is an ordinary character."""
    scenario = check_file(CASES / "line-separators" / "block-ls.yaml").scenario
    assert scenario is not None
    assert scenario.scenes[0].text == "Water drips on\u2028the third row.\n"


def test_findings_are_printed_in_any_locale() -> None:
    """If the terminal cannot show a character of the file, the check still prints its findings, also as JSON."""
    plain = os.environ | {"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252", "LC_ALL": "C"}
    file = CASES / "locale-encoding" / "s.yaml"
    for extra in ([], ["--json"], ["--graph"]):
        run = subprocess.run(
            [sys.executable, "-m", "dlcourse.cli", "check", *extra, str(file)],
            capture_output=True,
            env=plain,
            check=False,
            timeout=120,
        )
        assert run.returncode == 1
        assert b"Traceback" not in run.stderr
        assert (b"\\u014dmes" in run.stdout) == ("--graph" not in extra)
