"""A store as version 1 wrote it, table by table."""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

TABLES = """
CREATE TABLE meta (name VARCHAR NOT NULL, value VARCHAR NOT NULL, PRIMARY KEY (name));
CREATE TABLE events (
    seq INTEGER NOT NULL, stream VARCHAR NOT NULL, version INTEGER NOT NULL, actor VARCHAR NOT NULL,
    command VARCHAR NOT NULL, part INTEGER NOT NULL, kind VARCHAR NOT NULL, body TEXT NOT NULL, at VARCHAR NOT NULL,
    PRIMARY KEY (seq),
    CONSTRAINT events_stream UNIQUE (stream, version),
    CONSTRAINT events_once UNIQUE (actor, command, part)
);
CREATE INDEX events_begun ON events (actor, stream) WHERE version = 1;
CREATE TABLE texts (id VARCHAR NOT NULL, owner VARCHAR NOT NULL, words TEXT NOT NULL, PRIMARY KEY (id));
CREATE INDEX ix_texts_owner ON texts (owner);
CREATE TABLE drafts (
    owner VARCHAR NOT NULL, "key" VARCHAR NOT NULL, words TEXT NOT NULL, at VARCHAR NOT NULL,
    PRIMARY KEY (owner, "key")
);
INSERT INTO meta VALUES ('schema', '1'), ('person', 'ann');
INSERT INTO texts VALUES ('t1', 'ann', 'words of ann');
INSERT INTO drafts VALUES ('ann', 'k', 'a draft', '2026-01-01T10:00:00.000+00:00');
"""
SEATS = {"principal": "ann", "teacher": "ben"}
EVENTS: tuple[tuple[str, int, str, str, dict[str, Any]], ...] = (
    ("play/a", 1, "ann", "PlayBegun", {"scenario": "s", "title": "", "about": "", "seats": SEATS, "seed": "x"}),
    ("play/a", 2, "ben", "PreferenceStated", {"role": "teacher", "option": "o"}),
    ("play/b", 1, "ben", "PlayBegun", {"scenario": "s", "title": "", "about": "", "seats": {"p": "ben"}, "seed": "x"}),
    ("round/c", 1, "ben", "RoundBegun", {"exercise": "e", "leader": "l", "members": [], "seats": {"m": "cem"}}),
    ("sorting/ann/x", 1, "ann", "Sorted", {"situation": "s", "answer": "neither"}),
    ("play/odd", 1, "ann", "PlayBegun", {"seats": ["nobody"]}),
)
"""Stream, version, actor, kind and body; the last can be read by no version."""
MEMBERS = {
    ("play/a", "ann"),
    ("play/a", "ben"),
    ("play/b", "ben"),
    ("round/c", "ben"),
    ("round/c", "cem"),
    ("sorting/ann/x", "ann"),
    ("play/odd", "ann"),
}
"""Who takes part in what."""


def write(folder: Path, events: Iterable[tuple[str, int, str, str, dict[str, Any]]] = EVENTS) -> Path:
    """Write a store of version 1 into the folder; return its file."""
    file = folder / "course.db"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.executescript(TABLES)
        for seq, (stream, version, actor, kind, body) in enumerate(events, 1):
            row = (seq, stream, version, actor, f"command-{seq}", 0, kind, json.dumps(body), "2026-01-01T10:00:00.000")
            connection.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    return file
