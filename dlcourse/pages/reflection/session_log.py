"""A session's part of the log: its questions, what one wrote to them, the promise of this session, and open ones."""

from dlcourse.domain.reflection.log import Asked, EntryView, SessionLogView
from dlcourse.pages.program import Props
from dlcourse.pages.reflection.words import PROMISE, entry_props, form, promise_props, same_props


def session_props(view: SessionLogView, opened: EntryView | None) -> Props:
    """What the component draws below a session."""
    return {
        **same_props(opened),
        "kind": "session",
        "heading": "Your log",
        "lead": "Write here what you think about these questions. It is kept as you type, and saved as an entry when "
        "you say so; you can write on later, and nothing that you saved is lost.",
        "note": "An entry is for you alone unless you choose otherwise, and each says who can read it.",
        "asked": [_asked(asked, view.session) for asked in view.asked],
        "free": {
            "title": "Something else that you want to keep from this session",
            "form": form(f"free/{view.session}", "Your words", session=view.session),
            "entries": [entry_props(card) for card in view.free],
        },
        "earlier": {
            "title": "What became of it?",
            "note": "You promised this before. It is no test: what got in the way is worth as much as what worked.",
            "promises": [promise_props(promise) for promise in view.earlier],
        },
        "promise": {
            "title": "Your promise",
            "ask": view.commitment,
            "form": form(f"promise/{view.session}", PROMISE["what"], "MakeCommitment", session=view.session),
            "promises": [promise_props(promise) for promise in view.own],
        },
        "all": {"to": "log", "text": "All of your log"},
    }


def _asked(asked: Asked, session: str) -> Props:
    """A question with its form; an entry is about what its author says, so no principle is chosen beforehand."""
    prompt = asked.prompt
    return {
        "title": prompt.ask,
        "form": form(f"prompt/{session}/{prompt.id}", "Your words", session=session, prompt=prompt.id),
        "entries": [entry_props(card) for card in asked.cards],
        "more": f"The newest {len(asked.cards)} of {asked.all} entries." if asked.all > len(asked.cards) else "",
    }
