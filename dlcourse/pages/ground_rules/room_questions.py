"""The questions about aims and rules that can be put to a whole room."""

from dlcourse.domain.room_questions import RoomAnswer, RoomQuestion

HEADING = "Ground rules"
QUESTIONS = {
    "aim": RoomQuestion(
        ask="Think of a collaboration that you enjoy. Do you know what each of them wants students to be able to do?",
        answers=(
            RoomAnswer(id="asked", text="Yes, I have asked them"),
            RoomAnswer(id="guessed", text="I think so, and I have never asked"),
            RoomAnswer(id="no", text="No"),
        ),
    ),
    "consent": RoomQuestion(
        ask="The rule on the screen: can you work with it until its day of review?",
        answers=(
            RoomAnswer(id="yes", text="Yes, I can work with it"),
            RoomAnswer(id="no", text="No, something would have to be different"),
            RoomAnswer(id="unclear", text="I do not know yet what I would do differently"),
        ),
    ),
}
