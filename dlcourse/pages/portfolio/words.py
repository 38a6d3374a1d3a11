"""The words of the page about the portfolio."""

TITLE = "Your portfolio"
LEAD = "What you choose to show of what you did here, in your own order."
NOTE = (
    "Nothing goes in unless you put it in, and nobody sees this page but you. Whoever you give the document to can "
    "read all that is in it, also what only you can read in the course. What you change there later changes here, too."
)
PRIVATE = "Only you can read this in the course. Whoever gets the document will be able to read it there."
SHARED = "Whoever gets the document will be able to read it."
