"""What a role-play on paper says to whoever leads it, to each role, and to whoever decides."""

from dlcourse.pages.props import LinkProps

TITLE = "Role-plays on paper"
LEAD = (
    "Each of these can be played in a room tonight: print it, cut the cards, and hand out the packets. There is enough "
    "for two groups; print it again for more. The first sheets give away what the case hides, so read them only if "
    "you lead the group."
)
GUIDE = LinkProps(
    to="guides/facilitating",
    text="Guide for facilitators",
    note="Rooms, calendars, the debrief, and how to lead the whole course without any software.",
)
SIZE = "{people} people at a table, {minutes} minutes of talk"
NONE = "There is no scenario that can be played on paper."
ABOUT = (
    "For two groups, A and B: the sheets for whoever leads, cards with names, a packet for each role, and a sheet for "
    "whoever decides. Print on one side only. Every sheet begins on a page of its own."
)
GIVES_AWAY = (
    "This gives away what the case hides. Read it if you lead the group. If you want to play the case yourself, do "
    "that first."
)
SHOW = "Show the sheets"
GROUPS = ("A", "B")

LEADER = "For whoever leads: do not hand this out"
BEFORE = "Before you begin"
BEFORE_POINTS = (
    (
        "Seat each group at a table of its own, {people} people each. If one or two are left over, they watch and take "
        "notes: who spoke, who was asked, what came up and when."
    ),
    (
        "Put up the cards with the names. Give each person the packet of their role, with the back up. The sheet for "
        "whoever decides goes to {decider}."
    ),
    (
        "Say that nobody shows their packet to anybody or reads it aloud. They say what they want to say in their own "
        "words, whenever they want."
    ),
    "Do not say who knows what. Finding that out is what the case is for.",
)
STEPS = "What happens when"
STEPS_CAPTION = "Minute by minute"
STEPS_COLUMNS = ("Minutes", "What they do", "What you say")
READ = ("5", "Everybody reads their packet alone.", "“Read everything. Then turn the packet over.”")
PREFER = (
    "2",
    "Each writes down what they would choose now, without talking.",
    "“Write down what you would choose if you had to decide now. Nobody else sees it before the end.”",
)
TALK = (
    "{minutes}",
    "They talk. You say nothing, and tell them when half of the time is over, and when two minutes are left.",
    "“You have {minutes} minutes. {decider} decides at the end.”",
)
DECIDE = (
    "3",
    "{decider} decides, writes down why, and marks whose knowledge it rests on.",
    "“{decider}, please write your decision down, and why. Then read it to your table.”",
)
LOOK = (
    "15",
    "All packets are turned over and laid side by side. The table finds out who knew what.",
    "“Lay your packets side by side. What did only one of you know? Was it said?”",
)
WRONG = "What can go wrong"
WRONG_POINTS = (
    "Somebody reads their packet aloud, line by line: ask them to say in one sentence what matters most to them.",
    (
        "A group is done after three minutes: ask what each of them knows and has not said yet, and give them the time "
        "that is left."
    ),
    "Somebody did not come: give their packet to whoever decides, as a second one.",
)
SOLUTION = "What the case hides"
HIDDEN = (
    "With everything that all of them know, the strongest option is “{best}”. Each alone, and what all of them know, "
    "speaks for “{decoy}”. A group finds the first only if people say what only they know."
)
MANIFEST = "Here everybody knows enough to see the strongest option. Compare it with the case in which they do not."
FACTS = "Who knows what"
FACTS_COLUMNS = ("What is known", "Who knows it")
ALL = "everybody"
YARDSTICK = (
    "To compare: in a well-known study, 83 percent of people who had all the information chose the best option, and 71 "
    "percent of the groups among whose members it was divided chose another one (Stasser and Titus 1985). One or two "
    "groups prove nothing; they show how it happens."
)
QUESTIONS = "To talk about at the end"

CARDS = "Cards with the names, group {group}"
CARDS_NOTE = "Cut along the lines, and put one in front of each person."

PACKET = "{name}, group {group}"
PACKET_NOTE = "Only for you. Do not show it to anybody."
YOU = "Who you are"
CASE = "What it is about"
KNOWN = "What you know"
KNOWN_NOTE = "You can say any of it, in your own words, at any time."
OPTIONS = "What can be decided"
FIRST = "Before the talk: what would you choose now, and how sure are you?"

DECIDER = "{name} decides, group {group}"
DECIDER_NOTE = "You decide when the time is over, or earlier if you are ready. You need not agree with anybody."
DECISION = ("Your decision:", "Why?", "Whose knowledge does it rest on? Write down their names:")
AFTER = ("What would you still like to have known?",)
