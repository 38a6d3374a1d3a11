"""What a person sees and does in the notebook with every kind of output, whatever tool shows it."""

from playwright.sync_api import Page, expect

from tests.outputs_notebook import WRITTEN


def see_and_use_every_output(page: Page) -> None:
    """Every kind is there; sliders, `interact`, charts, buttons and others work."""
    see(page)
    move_sliders(page)
    press_buttons(page)
    upload(page)


def see(page: Page) -> None:
    """What stands there before anybody does anything."""
    expect(page.get_by_text("{'plain': 'text of an object'}")).to_be_visible()
    for words in ("slider at 3", "interact printed 2", "cell of a table", "html in bold", "markdown slanted with"):
        expect(page.get_by_text(words).first).to_be_attached()
    for words in ("layout in a tab", "grid-3", "stream of words", "box around a page", "another widget counts 7"):
        expect(page.get_by_text(words).first).to_be_attached()
    expect(page.get_by_text("chart alone").last).to_be_attached()
    expect(page.get_by_role("heading", name="What I bring, and what I would like to learn")).to_be_visible()
    expect(page.locator("mfrac, mjx-mfrac").first).to_be_attached()
    expect(page.locator("img[src^='data:image/png'], img[src^='blob:']")).to_have_count(2)


def move_sliders(page: Page) -> None:
    """A slider tells its number, `interact` prints and makes a longer table, and a chart is drawn anew."""
    slide(page, 0)
    expect(page.get_by_text("slider at 4")).to_be_visible()
    slide(page, 1)
    expect(page.get_by_text("interact printed 3")).to_be_visible()
    expect(page.get_by_role("cell", name="4", exact=True).first).to_be_visible()
    expect(page.get_by_text("bar-3", exact=True)).to_be_visible()
    expect(page.get_by_text("bar-4", exact=True)).to_have_count(0)
    slide(page, 2)
    expect(page.get_by_text("bar-4", exact=True)).to_be_visible()


def slide(page: Page, which: int) -> None:
    """Move a slider by one step, with the keyboard."""
    page.locator(".noUi-handle").nth(which).press("ArrowRight")


def press_buttons(page: Page) -> None:
    """Buttons print, count, update a display, make a widget; a linked field follows the other."""
    for button, words in (("Press me", "button was pressed"), ("another widget counts 7", "another widget counts 8")):
        page.get_by_role("button", name=button).click()
        expect(page.get_by_text(words)).to_be_visible()
    page.get_by_role("button", name="Update it").click()
    expect(page.get_by_text("display after")).to_be_visible()
    expect(page.get_by_text("display before")).to_have_count(0)
    made = page.get_by_text("made later", exact=True)
    before = made.count()
    page.get_by_role("button", name="Make one").click()
    expect(made).to_have_count(before + 1)
    page.get_by_label("One", exact=True).fill("42")
    page.get_by_label("One", exact=True).press("Tab")
    expect(page.get_by_label("Two", exact=True)).to_have_value("42")


def upload(page: Page) -> None:
    """A file reaches the kernel."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Upload").click()
    chooser.value.set_files({"name": "words.txt", "mimeType": "text/plain", "buffer": WRITTEN})
    expect(page.get_by_text(f"upload: {WRITTEN.decode()}")).to_be_visible()
