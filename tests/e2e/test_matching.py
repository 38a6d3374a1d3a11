"""The exercises of session 02 as a person does them: by keys alone, by dragging, by menu, and after a reload."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.content.matching.samples import sample_team
from dlcourse.domain.expertise.profile import ExpertiseList
from tests.e2e.keyboard import Keyboard
from tests.e2e.player import SAVED
from tests.e2e.test_exercises import go, marked, right
from tests.handlers.matching.test_board import STAFF
from tests.serving import Served

SESSION = "session/02-everyone-is-an-expert"
LIST = Library(files.data()).exercise("expertise", ExpertiseList)
TEAM = sample_team(Library(files.data()), "small-school")
BOARD = "10 people, 5 tasks"
BESIDE = "Your plan beside the best one"
READING, FAMILIES = "Reading hour in every class", "Evening for families"


def card(page: Page, name: str) -> Locator:
    """Return the card of a person, closed or open."""
    return page.get_by_role("region", name="The people").locator("summary").filter(has_text=name)


def place(page: Page, task: str, name: str) -> Locator:
    """Return the place of a task: "Answers for it", "Contribute" or "Learn"."""
    return page.get_by_role("region", name=task, exact=True).get_by_role("group", name=name, exact=True)


def news(page: Page) -> Locator:
    """Return what the last move changed."""
    return page.get_by_role("status").filter(has_text="What the last move changed")


def fits(page: Page) -> None:
    """Assert that people and work stand side by side in one screen and scroll inside their columns."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.locator(".dl-board").evaluate("board => board.scrollIntoView({ block: 'end' })")
    board = page.locator(".dl-board").bounding_box()
    columns = [page.get_by_role("region", name=name, exact=True).bounding_box() for name in ("The people", "The work")]
    assert board
    assert board["height"] <= 800
    people, work = (column for column in columns if column)
    assert people["x"] + people["width"] <= work["x"]
    assert people["y"] == work["y"]
    assert work["y"] + work["height"] <= board["y"] + board["height"] + 1


def test_a_phone_has_tasks_as_a_list_and_people_in_menus(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """At 360 pixels a person is added by the menu of a task, the focus follows, and what changed is in view."""
    page = visit(reduced_motion="reduce", viewport={"width": 360, "height": 740})
    go(page, served, f"{SESSION}#Ten-people-and-five-pieces-of-work", BOARD)
    expect(page.get_by_role("region", name="The people", exact=True)).to_be_hidden()
    page.get_by_label(f"Add somebody to {READING}").first.click()
    page.get_by_role("region", name=READING).get_by_label("Who").select_option("Tomás Herrera")
    menu = page.get_by_role("group", name=f"Add somebody to {READING}")
    menu.get_by_role("button", name="Contributes").click()
    expect(place(page, READING, "Contribute")).to_contain_text("Tomás Herrera")
    expect(news(page)).to_contain_text("Covered now: Reading instruction")
    expect(news(page)).to_be_in_viewport()
    right(page, axe)


def test_exercises_on_one_page_do_not_mix(served: Served, page: Page) -> None:
    """Three exercises stand in one document: no id is there twice, and no radio buttons of two belong together."""
    go(page, served, f"{SESSION}#Ten-people-and-five-pieces-of-work", BOARD)
    page.get_by_role("button", name="Show all steps").click()
    ids = page.evaluate("[...document.querySelectorAll('.dlcourse [id]')].map((element) => element.id)")
    assert len(ids) == len(set(ids)) > 10
    page.get_by_role("radio", name=LIST.expertises[0].anchors[2]).check()
    guess = page.get_by_role("radio", name="Instructional Coordinators")
    guess.check()
    expect(page.get_by_role("radio", name=LIST.expertises[0].anchors[2])).to_be_checked()
    expect(guess).to_be_checked()


def test_expertise_is_said_and_kept(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """Lines are answered, wished for and added; a reload keeps all of it, and the profile says it in words."""
    page = visit(reduced_motion="reduce")
    go(page, served, f"{SESSION}#What-you-bring", LIST.title)
    right(page, axe)
    for expertise in LIST.expertises:
        name = page.locator("summary").get_by_text(expertise.name, exact=True)
        answer = page.get_by_role("radio", name=expertise.anchors[4])
        if not answer.is_visible():  # the first line stands open
            name.click()
        answer.check()
        name.click()
    expect(page.get_by_text("10 of 10 lines answered")).to_be_visible()
    page.get_by_label("In a few words").fill("Mending <bicycles>")
    page.get_by_role("button", name="Add it to my list").click()
    expect(page.get_by_text("10 of 11 lines answered")).to_be_visible()
    page.get_by_text("Mending <bicycles>", exact=True).click()
    page.get_by_role("checkbox", name="I would like to learn this").last.check()
    profile = page.get_by_role("region", name="Your profile in words")
    expect(profile).to_contain_text("Mending <bicycles>; you have not said where you are in it.")
    right(page, axe)
    page.reload()
    expect(profile).to_contain_text(f"When it is difficult in: {LIST.expertises[0].name}")
    expect(profile).to_contain_text("Mending <bicycles>")
    page.get_by_text("Mending <bicycles>", exact=True).click()
    page.get_by_role("button", name="Remove this line").click()
    expect(page.get_by_text("10 of 10 lines answered")).to_be_visible()
    expect(page.get_by_role("heading", name="What is missing from the list?")).to_be_focused()
    marked(page, served, "Everyone is an expert", "You are here")


def test_matching_by_the_keyboard_alone(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """From the empty board to the comparison by Tab, numbers and Enter; news are told, and a reload keeps it all."""
    page = visit(reduced_motion="reduce")
    keyboard = Keyboard(page)
    go(page, served, f"{SESSION}#Ten-people-and-five-pieces-of-work", BOARD)
    expect(page.get_by_role("button", name="Compare with the best plan")).to_have_count(0)
    numbers = {name: (at, names) for at, names in enumerate(STAFF.values(), 1) for name in names}
    tasks = list(STAFF)
    for person in TEAM.people:
        number, (lead, _) = numbers[person.name]
        keyboard.go_to(card(page, person.name))
        keyboard.listen()
        for _ in range(2 if person.name == lead else 1):  # the first gives the next part, the second the one after
            page.keyboard.press(str(number))
        does = "answers for" if person.name == lead else "contributes to"
        expect(news(page)).to_contain_text(f"{person.name} {does} {tasks[number - 1]}.")
        heard = keyboard.heard()
        assert {role for role, _ in heard} <= {"status"}
        words = " ".join(said for _, said in heard)
        assert f"{person.name} {does} {tasks[number - 1]}." in words
        assert f"{person.name} gives" in words
        assert "before it was 0." in words
        expect(card(page, person.name)).to_be_focused()
    expect(page.get_by_text("No rule is broken")).to_be_visible()
    right(page, axe)
    keyboard.press(page.get_by_role("button", name="Compare with the best plan"))
    expect(page.get_by_role("heading", name=BESIDE)).to_be_focused()
    expect(page.get_by_role("heading", name=BESIDE)).to_be_in_viewport()
    keyboard.press(page.get_by_text("Everybody's part in the best plan, and why", exact=True))
    right(page, axe)
    seven = page.get_by_role("region", name="The seven questions")
    expect(seven.get_by_role("row")).to_have_count(8)
    told = seven.inner_text()
    page.reload()
    expect(page.get_by_role("heading", name=BESIDE)).to_be_visible()
    assert seven.inner_text() == told
    marked(page, served, "Everyone is an expert", "You are here")


def test_a_name_on_the_board_keeps_the_focus(served: Served, page: Page) -> None:
    """Who gets another part by the keys of the task's own menu is followed; taken off, the focus stays at the task."""
    keyboard = Keyboard(page)
    go(page, served, f"{SESSION}#Ten-people-and-five-pieces-of-work", BOARD)
    keyboard.go_to(card(page, "Grace Mwangi"))
    page.keyboard.press("3")
    name = place(page, FAMILIES, "Contribute").get_by_text("Grace Mwangi")
    keyboard.press(name.locator("xpath=ancestor::summary"))
    keyboard.press(page.get_by_role("region", name=FAMILIES).get_by_role("button", name="Learns"))
    moved = place(page, FAMILIES, "Learn").locator("summary").filter(has_text="Grace Mwangi")
    expect(moved).to_be_focused()
    expect(news(page)).to_contain_text("nobody coaches them there")
    page.keyboard.press("Enter")
    keyboard.press(page.get_by_role("region", name=FAMILIES).get_by_role("button", name="No part"))
    expect(moved).to_have_count(0)
    expect(page.get_by_role("heading", name=FAMILIES)).to_be_focused()
    keyboard.sees_focus()


def test_matching_by_mouse_and_menu(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """Somebody is dragged to a task and on to another place there, or put by a button; moves can be taken back."""
    page = visit(reduced_motion="reduce")
    go(page, served, f"{SESSION}#Ten-people-and-five-pieces-of-work", BOARD)
    fits(page)
    card(page, "Milan Petrović").drag_to(page.get_by_role("heading", name=READING))  # anywhere on the task
    expect(place(page, READING, "Contribute")).to_contain_text("Milan Petrović")
    chip = place(page, READING, "Contribute").get_by_text("Milan Petrović")
    chip.drag_to(page.get_by_role("heading", name="The people", exact=True))
    expect(place(page, READING, "Contribute")).to_contain_text("Nobody yet")
    fits(page)
    card(page, "Tomás Herrera").drag_to(place(page, READING, "Contribute"))
    expect(place(page, READING, "Contribute")).to_contain_text("Tomás Herrera")
    expect(news(page)).to_contain_text(f"Covered now: Reading instruction in {READING}, by Tomás Herrera.")
    place(page, READING, "Contribute").get_by_text("Tomás Herrera").drag_to(place(page, READING, "Answers for it"))
    expect(place(page, READING, "Answers for it")).to_contain_text("Tomás Herrera")
    card(page, "Rosa Delgado").click()
    page.get_by_role("group", name=f"Rosa Delgado in {READING}").get_by_role("button", name="Contributes").click()
    expect(news(page)).to_contain_text("Rosa Delgado would give 3 hours and has 2.")
    expect(card(page, "Rosa Delgado")).to_contain_text("too much")
    expect(page.get_by_text(SAVED).locator("visible=true").first).to_be_visible()
    right(page, axe)
    page.reload()
    expect(place(page, READING, "Contribute")).to_contain_text("Rosa Delgado")
    page.get_by_role("button", name="Take the last move back").click()
    expect(place(page, READING, "Contribute")).to_contain_text("Nobody yet")
    page.get_by_role("button", name="Start again").click()
    expect(place(page, READING, "Answers for it")).to_contain_text("Nobody yet")
    page.get_by_role("button", name="Take the last move back").click()
    expect(place(page, READING, "Answers for it")).to_contain_text("Tomás Herrera")


def test_a_drop_near_the_edge_reaches_what_is_lit(served: Served, visit: Callable[..., Page]) -> None:
    """The list scrolls by itself under a pointer at its edge; on release the place that is lit receives the person."""
    page = visit(reduced_motion="reduce", viewport={"width": 1280, "height": 800})
    go(page, served, f"{SESSION}#Ten-people-and-five-pieces-of-work", BOARD)
    page.locator(".dl-board").evaluate("board => board.scrollIntoView({ block: 'end' })")
    card(page, "Margaret Osei").hover()
    work = page.get_by_role("region", name="The work", exact=True)
    edge = work.evaluate("list => list.getBoundingClientRect().bottom")
    target = place(page, FAMILIES, "Contribute")
    hidden = target.evaluate("(zone, edge) => zone.getBoundingClientRect().top + 24 - edge", edge)
    before = work.evaluate("(list, by) => { list.scrollTop += by; return list.scrollTop; }", hidden)
    box = target.bounding_box()
    assert box
    page.mouse.down()
    page.mouse.move(box["x"] + 30, edge - 10, steps=6)
    page.mouse.move(box["x"] + 30, edge - 9)
    lit = page.locator(".dl-zone-over")
    expect(lit).to_have_accessible_name("Contribute")
    page.wait_for_function("([list, before]) => list.scrollTop > before + 100", arg=[work.element_handle(), before])
    expect(lit).to_have_count(1)
    page.mouse.up()
    expect(target).to_contain_text("Margaret Osei")


def test_a_move_shifts_nothing(served: Served, visit: Callable[..., Page]) -> None:
    """After a move people and tasks are where they were; the figures stay in view when the page scrolls."""
    page = visit(reduced_motion="reduce", viewport={"width": 1280, "height": 800})
    go(page, served, f"{SESSION}#Ten-people-and-five-pieces-of-work", BOARD)
    figures = page.get_by_text("Requirements met", exact=True)
    person = card(page, "Tomás Herrera")
    person.focus()
    tops = "all => all.map(each => Math.round(each.getBoundingClientRect().top))"
    lasting = page.locator(".dl-progress, .dl-board-columns, .dl-member, .dl-job:first-of-type")
    before = lasting.evaluate_all(tops)
    for words in ("contributes to", "answers for"):
        page.keyboard.press("1")
        expect(news(page)).to_contain_text(f"Tomás Herrera {words} {READING}.")
        assert lasting.evaluate_all(tops) == before
    page.locator("summary").filter(has_text="changes").click()
    assert lasting.evaluate_all(tops) == before
    page.locator(".dl-board").evaluate("board => scrollBy(0, board.getBoundingClientRect().top + 200)")
    expect(figures).to_be_in_viewport()


def test_averages_come_with_a_guess(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """A guess by keys brings five bars with their table; source and license are there; a reload keeps the choice."""
    page = visit(reduced_motion="reduce")
    keyboard = Keyboard(page)
    go(page, served, f"{SESSION}#An-average,-and-the-people-behind-it", "An average, and the people behind it")
    right(page, axe)
    shown = page.get_by_role("region", name="Five occupations, on average")
    expect(shown.get_by_text("4.25")).to_have_count(0)
    keyboard.choose(shown.get_by_role("group"), place=2)
    keyboard.press(page.get_by_role("button", name="Keep my guess and show the figures"))
    expect(shown.get_by_role("status")).to_contain_text("The highest average: Instructional Coordinators, 4.25.")
    shown.get_by_text("The same as a table").click()
    expect(shown.get_by_role("row", name="Instructional Coordinators")).to_contain_text("4.25")
    persons = page.get_by_role("region", name="4 teachers, one by one")
    persons.get_by_label("An expertise").select_option("Running a meeting")
    expect(persons.get_by_role("status")).to_contain_text("Walter Lindqvist is at 5")
    right(page, axe)
    expect(page.get_by_role("link", name="CC BY 4.0")).to_be_visible()
    page.reload()
    expect(persons.get_by_role("status")).to_contain_text("Walter Lindqvist is at 5")
    expect(shown.get_by_role("status")).to_contain_text("Instructional Coordinators, 4.25")
