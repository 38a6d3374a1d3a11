"""The questions about asking and giving that can be put to a whole room.

What a pair has written stays with the pair.
"""

from dlcourse.domain.room_questions import RoomAnswer, RoomQuestion

HEADING = "Asking and giving"
QUESTIONS = {
    "given": RoomQuestion(
        ask="Think of the last thing that was asked of you at work. What were you given, so that you could do it?",
        answers=(
            RoomAnswer(id="time", text="Time"),
            RoomAnswer(id="training", text="Training"),
            RoomAnswer(id="example", text="An example to look at"),
            RoomAnswer(id="nothing", text="Nothing"),
        ),
    ),
    "pair": RoomQuestion(
        ask="What one of you asks of the other: where does it stand now?",
        answers=(
            RoomAnswer(id="asked", text="Nothing is given for it yet"),
            RoomAnswer(id="offered", text="Something is offered for it"),
            RoomAnswer(id="sent-back", text="It was sent back, with a change"),
            RoomAnswer(id="in-force", text="It is in force"),
        ),
    ),
}
