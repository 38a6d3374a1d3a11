"""What a person sees and does in the notebook with every kind of output, whatever tool shows it."""

from playwright.sync_api import Locator, Page, expect

from tests.outputs_notebook import WRITTEN

KERNEL = 90_000
"""Milliseconds in which a kernel starts and runs the whole notebook, also on a machine that is busy."""


def see_and_use_every_output(page: Page) -> None:
    """Every kind is there; sliders, `interact`, charts, buttons and others work."""
    see(page)
    move_sliders(page)
    press_buttons(page)
    upload(page)


def shown(page: Page, words: str) -> Locator:
    """What shows these words; the code of a cell does not count."""
    return page.get_by_text(words).and_(page.locator(":not(.jp-InputArea *)"))


def see(page: Page) -> None:
    """What stands there before anybody does anything."""
    expect(shown(page, "{'plain': 'text of an object'}")).to_be_visible(timeout=KERNEL)
    for words in ("slider at 3", "interact printed 2", "cell of a table", "html in bold", "markdown slanted with"):
        expect(shown(page, words).first).to_be_attached()
    for words in ("layout in a tab", "grid-3", "stream of words", "box around a page", "another widget counts 7"):
        expect(shown(page, words).first).to_be_attached()
    expect(shown(page, "chart alone").last).to_be_attached()
    expect(page.get_by_role("heading", name="What I bring, and what I would like to learn")).to_be_visible()
    expect(page.locator("mfrac, mjx-mfrac").first).to_be_attached()
    expect(page.locator("img[src^='data:image/png'], img[src^='blob:']")).to_have_count(2)


def move_sliders(page: Page) -> None:
    """A slider tells its number, `interact` prints and makes a longer table, and a chart is drawn anew."""
    slide(page, 0)
    expect(shown(page, "slider at 4")).to_be_visible()
    slide(page, 1)
    expect(shown(page, "interact printed 3")).to_be_visible()
    expect(page.get_by_role("cell", name="4", exact=True).first).to_be_visible()
    expect(shown(page, "bar-3")).to_be_visible()
    expect(shown(page, "bar-4")).to_have_count(0)
    slide(page, 2)
    expect(shown(page, "bar-4")).to_be_visible()
    slide(page, -1)
    expect(shown(page, "again-2")).to_be_visible()
    expect(shown(page, "again-0")).to_have_count(1)


def slide(page: Page, which: int) -> None:
    """Move a slider by one step, with the keyboard."""
    page.locator(".noUi-handle").nth(which).press("ArrowRight")


def press_buttons(page: Page) -> None:
    """Buttons print, count and make a widget; a linked field follows the other."""
    for button, words in (("Press me", "button was pressed"), ("another widget counts 7", "another widget counts 8")):
        page.get_by_role("button", name=button).click()
        expect(shown(page, words)).to_be_visible()
    made = shown(page, "made later")
    before = made.count()
    page.get_by_role("button", name="Make one").click()
    expect(made).to_have_count(before + 1)
    page.get_by_label("One", exact=True).fill("42")
    page.get_by_label("One", exact=True).press("Tab")
    expect(page.get_by_label("Two", exact=True)).to_have_value("42")


def update_display(page: Page) -> None:
    """What was displayed is shown anew. Plain Voila does not do that, whatever it shows."""
    page.get_by_role("button", name="Update it").click()
    expect(shown(page, "display after")).to_be_visible()
    expect(shown(page, "display before")).to_have_count(0)


def upload(page: Page) -> None:
    """A file reaches the kernel."""
    with page.expect_file_chooser() as chooser:
        page.locator(".jupyter-button").filter(has_text="Upload").click()
    chooser.value.set_files({"name": "words.txt", "mimeType": "text/plain", "buffer": WRITTEN})
    expect(shown(page, f"upload: {WRITTEN.decode()}")).to_be_visible()
