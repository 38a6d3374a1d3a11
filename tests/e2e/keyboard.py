"""Goes about a page by the keyboard alone, and hears what a screen reader would be told."""

from playwright.sync_api import Locator, Page, expect

FARTHEST = 80
"""Tabs after which somebody gives up."""
VISIBLE = """element => {
    const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(element);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
}"""
HEARD = """() => {
    const told = [...window.announced].map(([region, words]) => [region.getAttribute("role"), words.join(" ")]);
    window.announced.clear();
    return told;
}"""
LISTEN = """() => {
    window.announced = new Map();
    const live = "[role=log], [role=status], [role=alert], [aria-live=polite], [aria-live=assertive]";
    new MutationObserver((changes) => {
        for (const {target, addedNodes} of changes) {
            const region = (target.closest ?? (() => target.parentElement?.closest(live))).call(target, live);
            const words = [...addedNodes].map((node) => node.textContent.trim()).filter(Boolean);
            if (region && words.length) announced.set(region, [...(announced.get(region) ?? []), ...words]);
        }
    }).observe(document.body, {childList: true, subtree: true});
}"""


class Keyboard:
    """Somebody without a mouse. Wherever the focus goes, it can be seen."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go_to(self, target: Locator, tab: str = "Tab") -> None:
        """Press Tab, or Shift and Tab, until the focus is there."""
        for _ in range(FARTHEST):
            self.page.keyboard.press(tab)
            self.sees_focus()
            if target.evaluate("element => element === document.activeElement"):
                return
        raise AssertionError(f"no Tab leads to {target}")

    def choose(self, group: Locator, place: int = 0) -> None:
        """Go to radio buttons and take one of them: the first by Space, the others by arrows."""
        self.go_to(group.get_by_role("radio").first)
        self.page.keyboard.press("Space")
        for _ in range(place):
            self.page.keyboard.press("ArrowDown")
            self.sees_focus()
        expect(group.get_by_role("radio").nth(place)).to_be_checked()

    def press(self, target: Locator, key: str = "Enter") -> None:
        """Go to a button and press a key on it, once what was said before is answered."""
        self.go_to(target)
        expect(target).to_be_enabled()
        self.page.keyboard.press(key)

    def sees_focus(self) -> None:
        """Assert that what has the focus is in view and marked."""
        here = self.page.locator("*:focus")
        expect(here).to_be_in_viewport()
        marked = here.evaluate(VISIBLE) or here.evaluate(
            f"element => Boolean(element.closest('label')) && ({VISIBLE})(element.closest('label'))"
        )
        assert marked, here.evaluate("element => element.outerHTML.slice(0, 300)")

    def listen(self) -> None:
        """Begin to note what live regions tell."""
        self.page.evaluate(LISTEN)

    def heard(self) -> list[tuple[str, str]]:
        """Return what was told since one last asked: each region by its kind, and the words."""
        told: list[list[str]] = self.page.evaluate(HEARD)
        return [(role, words) for role, words in told]
