"""The questions about shared responsibility that can be put to a whole room."""

from dlcourse.domain.room_questions import RoomAnswer, RoomQuestion

HEADING = "Who answers for what"
QUESTIONS = {
    "authority": RoomQuestion(
        ask="Think of something that you lead. What may you decide about it without asking anybody?",
        answers=(
            RoomAnswer(id="all", text="Everything that it takes"),
            RoomAnswer(id="some", text="Some of it"),
            RoomAnswer(id="nothing", text="Nothing that I can name"),
        ),
    ),
    "strain": RoomQuestion(
        ask="Somebody on the map is away for six weeks. What do you expect to break first?",
        answers=(
            RoomAnswer(id="leads", text="Nobody leads it any more"),
            RoomAnswer(id="answers", text="Nobody answers for it"),
            RoomAnswer(id="knows", text="Nobody else knows what they know"),
            RoomAnswer(id="nothing", text="Nothing breaks"),
        ),
    ),
}
