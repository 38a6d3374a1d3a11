"""The simulated school as a person meets it: predicted by keys, watched as a film, mapped; then one's own place."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.keyboard import Keyboard
from tests.e2e.test_open_practice import right
from tests.serving import Served

START = "At the start. Of 20 questions, the usual way works on 0, does harm on 0, and is open on 20."


def watch_one_run(page: Page, keys: Keyboard) -> None:
    """The film stands until somebody moves it; played, it tells each week politely; it can be read as a table."""
    keys.press(page.get_by_role("button", name="Watch one run"))
    film = page.get_by_role("region", name="One run, week by week")
    slider = film.get_by_role("slider", name="Week of the run")
    expect(film.get_by_role("heading", name="One run, week by week")).to_be_focused()
    expect(slider).to_be_visible()
    keys.go_to(slider)
    keys.listen()
    assert (slider.get_attribute("aria-valuetext") or "").startswith(START)
    page.keyboard.press("End")
    expect(film.get_by_text("After week 40.").locator("visible=true")).to_have_count(1)
    square = film.locator(".dl-belief > rect").first
    assert square.evaluate("square => getComputedStyle(square).transitionDuration") == "0s"
    page.keyboard.press("Home")
    assert keys.heard() == []  # the slider speaks for itself; nothing speaks over it
    page.clock.install()
    keys.press(film.get_by_role("button", name="Play"))
    expect(slider).to_have_js_property("value", "1")
    assert keys.heard()[0][1].startswith("After week 1. Of 20 questions")
    page.clock.run_for(1_200)
    expect(slider).to_have_js_property("value", "2")
    expect(film.get_by_role("button", name="Stop")).to_be_focused()
    page.keyboard.press("Enter")
    page.clock.run_for(20_000)
    expect(slider).to_have_js_property("value", "2")
    film.get_by_text("The run as a table").click()
    expect(film.get_by_role("row")).to_have_count(1 + 41)


def set_own_place(page: Page, keys: Keyboard, served: Served) -> None:
    """One's own place is set by hand; what moves it most begins a part of the problem of practice."""
    page.goto(f"{served.address}own-place")
    keys.press(page.get_by_role("button", name="Save it and run it"))
    expect(page.get_by_role("heading", name="Your place in the model")).to_be_focused()
    expect(page.get_by_text("Open doors would gain most: +15 points, between +12 and +19.")).to_be_visible()
    page.goto(f"{served.address}session/09-many-decisions-one-result#Your-problem-what-would-add-up")
    written = page.get_by_label("Which one change would help most if everyone made it?")
    expect(written).to_have_value(
        "In the model of my place, one change alone would do most: Open doors (+15 points, "
        "between +12 and +19). At my place that would mean: "
    )


def test_a_school_from_its_prediction_to_one_s_own_place(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """By keys alone: a prediction, its result, one run as a film, the map; then what moves one's own place most."""
    page = visit(reduced_motion="reduce", viewport={"width": 360, "height": 740})
    page.goto(f"{served.address}school")
    keys = Keyboard(page)
    right(page, axe)
    doors = page.get_by_label("How open practice is")
    keys.go_to(doors)
    page.keyboard.press("End")
    expect(doors).to_have_value("open")
    keys.choose(page.get_by_role("group", name="After 40 weeks"), 2)
    keys.press(page.get_by_role("button", name="Lock my prediction"))
    expect(page.get_by_role("heading", name="What came of it: open doors")).to_be_focused()
    verdict = page.get_by_text("You expected it to be worse than at first. It is better: 68 points instead of 53.")
    expect(verdict).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("img", name="From week to week")).to_be_visible()
    expect(page.get_by_text("With closed doors instead, and the rest as you set it")).to_be_visible()
    expect(page.get_by_role("slider")).to_have_count(0)

    watch_one_run(page, keys)
    keys.press(page.get_by_role("button", name="Run the 25 schools"))
    expect(page.get_by_text("The title does better in 11 of 25 schools")).to_be_visible()
    right(page, axe)
    expect(page.get_by_role("heading", name="Where distribution does not win")).to_be_focused()
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(color_scheme="dark")
    right(page, axe)

    set_own_place(page, keys, served)
    right(page, axe)
