"""What a rehearsal says while it waits, and afterwards."""

from collections.abc import Sequence

from dlcourse.rehearsing.table import TableSheet

NAME = "Rehearsal {number}"
"""The name of a scripted participant; each has a number."""
NO_SESSION = "nobody opened a live session in time"
OPEN_ONE = "Open one from your home page, under “Live role-plays”, then rehearse again."
WAITS_FOR_SESSION = "The code is right. No live session is open yet. Open one: on your home page, “Live role-plays”."
ENTERING = "They come into the session."
SEAT = "Everybody is in. On the console, choose “Seat everybody”."
START = "They have places. On the console, choose “Start”."
PLAYING = "They play. The groups are here: {phases}. Move them on when you like."
ENDED_BEFORE = "The time was over before everybody had come to the debrief. Last, they waited for this: {waited}"
PLAYED = "{seats} played in {groups}, for {seconds} seconds."
NOT_STARTED = "nobody started the session in time, so nobody was sent any fact"
START_IT = "On its console, choose “Seat everybody”, then “Start”. For more time, use --seconds."
CLEAN = "Nobody was sent what they should not see. {messages} messages were searched for {facts} that only some know."
FOUND = "Somebody was sent what they should not see:"
TRIED = "{name} tried {count} things that are not allowed. None of them worked."
WORKED = "{name} tried {count} things that are not allowed, and these worked: {worked}."
FLOOD_CUT = "{name} sent {count} messages at once and was disconnected."
FLOOD_SLOW = "{name} sent {count} messages at once and had to wait."
WAITED = "Whoever did something had the answer after {wait} at most."
TOO_SLOW = "Somebody waited {wait} for an answer. If people are slower than this rehearsal, try a greater --pace, too."
DOUBLED = "Something that was sent twice under one id is there twice."
UNANSWERED = "{name} had no answer to {count} messages."
STAY = "The scripted participants are still in the cohort. Rehearse in a cohort of its own, and erase it afterwards."
OBSERVED = "observed"
DEALT, SHARED, HEARD = "had {facts} that only some know", "shared {count}", "learned {count} more from others"
FACTS, SEATS, GROUPS = ("fact", "facts"), ("scripted participant", "scripted participants"), ("group", "groups")


def waits_for(sheets: Sequence[TableSheet]) -> str:
    """What all of them wait for; empty when everybody has come to the debrief or the session has ended."""
    if all(sheet.is_over for sheet in sheets):
        return ""
    if any(not sheet.contents or sheet.contents.get("door") for sheet in sheets):
        return ENTERING
    if not any(sheet.group for sheet in sheets):
        return START if any(sheet.has_place for sheet in sheets) else SEAT
    phases = dict.fromkeys(sheet.heading for sheet in sorted(sheets, key=lambda each: each.group))
    return PLAYING.format(phases=", ".join(phases))
