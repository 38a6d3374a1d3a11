"""The questions about a trial that can be put to a whole room, before its result is known."""

from dlcourse.domain.room_questions import RoomAnswer, RoomQuestion

HEADING = "Trials"
QUESTIONS = {
    "harm": RoomQuestion(
        ask="Whoever could be harmed by your trial: could they stop it themselves?",
        answers=(
            RoomAnswer(id="yes", text="Yes, and they know it"),
            RoomAnswer(id="unknown", text="Yes, but nobody has told them"),
            RoomAnswer(id="no", text="No"),
        ),
    ),
    "prediction": RoomQuestion(
        ask="The trial on the screen: what do you expect to be measured next?",
        answers=(
            RoomAnswer(id="better", text="More than what was written down as expected, in the good direction"),
            RoomAnswer(id="expected", text="About what was expected"),
            RoomAnswer(id="worse", text="Less good, and within the limit"),
            RoomAnswer(id="past", text="Past the limit"),
        ),
    ),
}
