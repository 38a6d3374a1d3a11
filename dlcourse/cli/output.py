"""Prints what commands say on any terminal or pipe: JSON is always valid, and no character makes text fail."""

import json
import sys
from typing import Any

import click


def tolerate_any_encoding() -> None:
    """Let standard output and standard error print what they cannot encode as ``\\u…`` instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def print_json(value: object) -> None:
    """Print one JSON value; characters that standard output cannot encode become JSON escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    click.echo(text if can_show(text) else json.dumps(value, indent=2))


def can_show(text: str, stream: Any = None) -> bool:
    """Whether standard output, or the given stream, can encode the text."""
    try:
        text.encode(getattr(stream or sys.stdout, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
