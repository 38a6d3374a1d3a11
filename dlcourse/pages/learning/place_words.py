"""The words of a place like one's own: setting it, one's own figures beside it, and what would move its curve."""

TITLE = "A place like yours"
LEAD = (
    "Set the school as your own place is now, as well as you can tell. Nobody else sees it. Then read which single "
    "change would move its curve most, and how sure that is."
)
ASK = "Your place now"
NOTE = "Go by what you have seen in the last few weeks. Where you are between two, take the one that fits more often."
SUBMIT = "Save it and run it"
FIGURES = "What you found out about your place before"
FIGURES_NONE = (
    "If you answer the self-check of session 00, or draw your own network in session 05, what you found there is shown "
    "here beside your settings."
)
FIGURES_NOTE = "These are your own answers. They set nothing: you decide which setting fits."
EMPTY = "When you have set your place, its curve appears here, with what each single change would do to it."
RESULT = "Your place in the model"
HONEST = (
    "A band shows how well 200 runs tell what the model does. How well the model fits your place, nobody knows. Take "
    "the change as a question to your colleagues, not as a finding."
)
FURTHER = (
    "The next exercise takes it up: the change is written into “What would add up” in your problem, for you to rewrite."
)
CURVE = (
    "In the model of my place, one change alone would do most: {change} ({by} points, between {low} and {high}). At my "
    "place that would mean: "
)
CURVE_NONE = "In the model of my place, no single change makes a clear difference. Two together might: "
FIGURE = "How people set their own place"
