"""The course's own sentences for scripted colleagues and for the learner's moves, where the author has written none.

In one play none of a colleague's sentences is said twice. When those for a situation are used up, a colleague tells the
fact without one, or says nothing. A person's sentences begin again.
"""

from collections.abc import Sequence

from dlcourse.domain.roleplay.talk.situations import Phrasing, Situation

TELLS = (
    "There is something I have not said yet.",
    "This may matter.",
    "I can tell you what I see.",
    "I know something about that.",
    "I was not sure that anybody wanted to hear this.",
    "Let me say what I have noticed.",
    "Perhaps I should have said this earlier.",
    "Since you ask:",
    "You would not see this from where you sit.",
    "I have been thinking about this for a while.",
    "Here is one thing from my work.",
    "This surprised me when I first saw it.",
    "I don't know what it means, but I know that it is so.",
    "It is a small thing, but it keeps coming back to me.",
    "I would want somebody to tell me this.",
    "Let me put this on the table, too.",
)
REPEATS = (
    "I keep coming back to this.",
    "We all know this, but still.",
    "As far as I can see:",
    "This is what I would start from.",
    "Let us not forget this.",
    "I can only say what we all know.",
    "It has been said before, and it is true.",
    "For me it comes down to this.",
    "This is what everybody tells me, too.",
    "I would go by what we know.",
    "Nobody doubts this, I think.",
    "I think of what we all read.",
)
HESITATES = (
    "I'm not sure that this is the place for it.",
    "Let me think for a moment.",
    "There was something. It will come back to me.",
    "I would rather hear the others first.",
    "I don't know whether that is what you are asking.",
    "I may be seeing too much in it.",
    "I don't want to take us off the subject.",
    "Perhaps later.",
    "Well. It's hard to say.",
    "I'd have to think about how to put it.",
    "I don't want to speak for anybody else.",
    "Is that something we want to get into now?",
    "I could be wrong about this, so I'll wait.",
    "Ask me again in a minute.",
    "I'm still listening.",
    "You may not want to hear it from me.",
)
EMPTY = (
    "I have nothing beyond what is on the table.",
    "I have said what I know.",
    "Nothing more from me.",
    "That was all I came with.",
    "You have heard everything that I have seen.",
    "I can't add anything new.",
    "No, you know what I know now.",
    "I have nothing to add.",
    "I've told you all of it.",
    "There's nothing left that I could tell you.",
    "I'm out of things to tell.",
    "From my side, that was it.",
)
AGREES = (
    "I can live with that.",
    "I see it the same way.",
    "Yes, I think so.",
    "Fine with me.",
    "I have no objection.",
    "If that is what everyone wants.",
    "I won't stand in the way.",
    "It sounds reasonable.",
    "I'd go along with that.",
    "I don't have a better idea.",
    "All right.",
    "That's what I would have said.",
)
SURPRISED = (
    "I did not know that.",
    "That is new to me.",
    "Nobody told me that.",
    "I have to think about what that means.",
    "I had no idea.",
    "Then I have been missing something.",
    "Really? I would not have guessed.",
    "I wish I had known that last week.",
    "That changes how I see it.",
    "Say that again, please. I want to write it down.",
    "So that's what is behind it.",
    "I've never looked at it from that side.",
)
NODS = (
    "Yes, I have heard that, too.",
    "That's how I know it.",
    "Right, that is what we all read.",
    "I remember that.",
    "True enough.",
    "Yes, we have that in front of us.",
    "I would have said the same.",
    "Nobody will argue with that.",
    "That is what everybody says.",
    "Yes, that much we know.",
    "It's good to keep that in mind.",
    "I had that in my notes as well.",
)
CREDITED = (
    "Thank you for coming back to that.",
    "I'm glad that somebody heard it.",
    "I wasn't sure that it counted.",
    "That is kind of you. It has been on my mind.",
    "Yes, that was what I meant.",
    "It helps to hear that it matters.",
    "Then I'm glad I said it.",
    "I don't often hear that. Thank you.",
    "If that is of use, I'm happy to help with it.",
    "That means something to me.",
)
PASSED_OVER = (
    "I had hoped that what I see would count for something.",
    "I thought I had something to say about that.",
    "Well, I could have told you more.",
    "Nobody has asked me about that part.",
    "I'd have put it differently, but all right.",
    "I'm not sure that my side was heard.",
    "That leaves out what I know about it.",
    "I will remember that it went this way.",
    "It's a pity. I had a reason to doubt it.",
    "So that is how it is, then.",
)
OPEN = (
    "What has each of you seen that the rest of us could not have seen?",
    "Who knows something that has not been said yet?",
    "What would you want to know before deciding this?",
    "What are we not looking at?",
    "What have you noticed in the last few weeks?",
    "Which of you sees a part of this that I don't?",
    "What would help us to understand this better?",
    "What have we left out?",
)
EXPERTISE = (
    "{to}, what do you see from where you stand?",
    "{to}, you know this better than I do. What are we missing?",
    "{to}, what would you tell somebody who starts in your job tomorrow?",
    "{to}, what have you noticed?",
    "{to}, what does this look like from your side?",
    "{to}, what do you know about this that we don't?",
    "{to}, is there something you have not said yet?",
    "{to}, what would you look at first?",
)
DISSENT = (
    "What speaks against the way we are leaning?",
    "Suppose this goes wrong. Why did it?",
    "Who sees it differently? I would like to hear it now.",
    "What would somebody say who thinks we are mistaken?",
    "What would have to be true for us to be wrong?",
    "Which of our reasons is the weakest?",
    "What are we taking for granted that may not be true?",
    "I would like to hear a doubt. Who has one?",
)
CLOSED = (
    "Can we agree on this: {option}?",
    "So is it this: {option}?",
    "Does anybody mind if we do this: {option}?",
    "I take it that we all want this: {option}. Yes?",
    "Shall we settle on this: {option}?",
    "Are we together on this: {option}?",
    "May I write this down: {option}?",
    "This is our plan, isn't it: {option}?",
)
RANK = (
    "Let us hear everyone in order, the most senior first.",
    "Let us go round, from the top.",
    "One after the other, please, the most senior first.",
    "Let us go round the table once more, in order.",
    "I'd like to hear everyone in turn, by rank.",
    "Let us go round. Who is most senior begins.",
    "Everyone in order of rank, please.",
    "Once around, and in order.",
)
IDEA = (
    "I'm leaning toward this: {option}.",
    "If you ask me, it's this: {option}.",
    "My preference is this: {option}.",
    "I would do this: {option}.",
    "For now I favor this: {option}.",
    "So far I'd go with this: {option}.",
    "This is where I am: {option}.",
    "I still think of this: {option}.",
)
COMES_BACK = (
    "I want to come back to what we heard from {by}.",
    "{by} told us something that I can't get past.",
    "I think that what {by} said matters here.",
    "Let me go back to what {by} said.",
    "We should not lose what {by} told us.",
    "What {by} said has stayed with me.",
    "I owe this to {by}, and I'd like to look at it again.",
    "Thanks to {by} we know this.",
)

COLLEAGUES: dict[Situation, Sequence[str]] = {
    "tells": TELLS,
    "repeats": REPEATS,
    "hesitates": HESITATES,
    "empty": EMPTY,
    "agrees": AGREES,
    "surprised": SURPRISED,
    "nods": NODS,
    "credited": CREDITED,
    "passed_over": PASSED_OVER,
}
"""What a scripted colleague says in each situation."""

PEOPLE: dict[Situation, Sequence[str]] = {
    "open": OPEN,
    "expertise": EXPERTISE,
    "dissent": DISSENT,
    "closed": CLOSED,
    "rank": RANK,
    "idea": IDEA,
    "comes_back": COMES_BACK,
}
"""What is said for each kind of move of a person."""


def sentence(phrasing: Phrasing) -> str:
    """The course's sentence for a turn, with gaps for names; "" if the author wrote one, or if all were said."""
    if phrasing.own:
        return ""
    if people := PEOPLE.get(phrasing.situation):
        return people[(phrasing.start + phrasing.number) % len(people)]
    known = COLLEAGUES.get(phrasing.situation, ())
    return known[(phrasing.start + phrasing.number) % len(known)] if phrasing.number < len(known) else ""
