"""The streams with authors' content (scenarios) that a person's streams refer to, and that go along with them."""

import hashlib
import json
import re
from collections.abc import Iterable

from dlcourse.domain.mywork.work import AUTHOR, Stream, Work, strings

CONTENT = re.compile(r"[\w-]+/[0-9a-f]{64}")
"""The names of such streams."""


def pointers(streams: Iterable[Stream]) -> set[str]:
    """The strings in these streams' events that may be names of other streams."""
    return {found for stream in streams for line in stream.lines for found in strings(line.body) if "/" in found}


def content_named(streams: Iterable[Stream]) -> set[str]:
    """The names of the streams with authors' content that these streams refer to."""
    return {name for name in pointers(streams) if CONTENT.fullmatch(name)}


def playable(work: Work) -> Work:
    """The work without the streams whose author's content is damaged, so that they could not be restored.

    They are named in ``damaged``.
    """
    there = {stream.name for stream in work.kept}
    lost = [stream for stream in work.streams if not content_named((stream,)) <= there]
    streams = tuple(stream for stream in work.streams if stream not in lost)
    named = content_named(streams)
    return work.model_copy(
        update={
            "streams": streams,
            "kept": tuple(stream for stream in work.kept if stream.name in named),
            "damaged": (*work.damaged, *(stream.name for stream in lost)),
        }
    )


def is_kept(stream: Stream) -> bool:
    """Whether the stream holds an author's content under the matching name ``<field>/<digest>``."""
    field, _, digest = stream.name.partition("/")
    if len(stream.lines) != 1:
        return False
    (line,) = stream.lines
    exact = json.dumps(line.body.get(field), ensure_ascii=False, separators=(",", ":"))
    true = hashlib.sha256(exact.encode("utf-8", "replace")).hexdigest()
    return (line.actor, line.command, line.version, line.part, digest) == (AUTHOR, true, 1, 0, true)
