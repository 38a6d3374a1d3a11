"""People come and go: a new one gets an id from the name, and what a removed one knew is not lost unasked."""

from tests.pages.roleplay.studio.author import Studio, begin, cards


def person(studio: Studio, at: int) -> dict[str, str]:
    """What the form has about a person."""
    return {key: studio.fields()[f"roles/{at}/{key}"]["value"] for key in ("id", "name")}


def add(studio: Studio) -> None:
    """Add a person as the form does."""
    [people] = [one for one in studio.editor["form"]["lists"] if one["key"] == "roles"]
    studio.say("ChangeText", edits=people["adds"][0]["edits"])


def test_a_new_person_has_an_id_from_the_name(studio: Studio) -> None:
    """The id follows the name of a new person as it is typed; the id of a person who was there stays."""
    begin(studio)
    add(studio)
    assert person(studio, 3)["name"] == "New person"
    assert "Write your own." in studio.fields()["roles/3/name"]["remarks"][0]["text"]
    for typed in ("An", "Ana Lee, nurse"):
        studio.change(kind="words", path=["roles", 3, "name"], words=typed)
    assert person(studio, 3) == {"id": "ana-lee", "name": "Ana Lee, nurse"}
    studio.change(kind="words", path=["roles", 1, "name"], words="Ana Lee, cook")
    assert person(studio, 1)["id"] == "teo-marsh"
    add(studio)
    studio.change(kind="words", path=["roles", 4, "name"], words="Ana Lee, aide")
    assert person(studio, 4)["id"] == "ana-lee-2"


def test_a_name_without_letters_for_an_id_is_taken_all_the_same(studio: Studio) -> None:
    """A name from which no id can be made keeps the id that the form gave."""
    begin(studio)
    add(studio)
    studio.change(kind="words", path=["roles", 3, "name"], words="李")
    assert person(studio, 3) == {"id": "role-4", "name": "李"}
    assert studio.shown["notice"] is None


def test_it_is_asked_what_becomes_of_facts(studio: Studio) -> None:
    """Before a person is removed who alone knows facts, these are named with those who could know them instead."""
    begin(studio)
    asked = [card["removal"] for card in cards(studio.editor["form"]) if card["key"] == "roles/1"]
    assert asked[0]["question"] == "Only Teo Marsh knows 2 facts. What should become of them?"
    assert [one["text"] for one in asked[0]["heirs"]] == ["Ruth Amsel, principal", "Ines Kovac, aide"]
    studio.change(kind="remove", path=["roles", 1], heir="ines-kovac")
    assert "teo-marsh" not in studio.editor["text"]
    assert {scale["title"] for scale in studio.editor["balance"]["scales"]} >= {"What Ines Kovac knows"}
    studio.say("UndoChange")
    assert studio.editor["told"] == "Taken back: removing “Person: Teo Marsh, cook”."
    assert "teo-marsh" in studio.editor["text"]
    studio.change(kind="remove", path=["roles", 1])
    assert len([card for card in cards(studio.editor["form"]) if card["key"].startswith("facts/")]) == 8
