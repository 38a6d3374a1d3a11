"""The certificate in the browser: issued, printed, taken along; and its files at addresses of their own."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from jwcrypto import jwk, jws  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from dlcourse.domain.portfolio.certificate import Certificates, CertificatesView, IssueCertificate
from dlcourse.domain.selfcheck.readiness import Introduce
from tests.e2e.keyboard import Keyboard
from tests.e2e.test_exercises import right
from tests.person import Person
from tests.server.asking import ask
from tests.serving import Served

NAME = "Zoë <b>Ångström</b> אבג 👩🏽‍🏫"


def go(page: Page, served: Served) -> None:
    """Open the page, and wait until it can be used."""
    page.goto(served.address + "certificate")
    expect(page.get_by_role("heading", name="Certificate", level=1)).to_be_visible()


def good(token: str, key: jwk.JWK) -> bytes:
    """Return what a badge says, once another library has found its signature good."""
    sealed = jws.JWS()
    sealed.allowed_algs = ["EdDSA"]
    sealed.deserialize(token, key)
    return bytes(sealed.payload)


def test_a_certificate_by_keyboard(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """Nothing can be issued before a session is done; then by keys alone, once, and the badge is saved as a file."""
    person = Person(served.course())
    page = visit(reduced_motion="reduce")
    go(page, served)
    expect(page.get_by_text("As soon as you have done one session")).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_count(0)
    right(page, axe)
    person.finish_reading_gap()
    person.do(Introduce, name="Zoë")
    page.reload()
    name = page.get_by_label("The name on the certificate")
    expect(name).to_have_value("Zoë")
    keyboard = Keyboard(page)
    keyboard.go_to(name)
    name.fill(NAME)
    page.reload()
    expect(name).to_have_value(NAME)
    keyboard.press(page.get_by_role("button", name="Issue the certificate"))
    sheet = page.get_by_role("article", name="Certificate")
    expect(sheet).to_contain_text(NAME)
    expect(sheet).to_contain_text("has done 1 of the")
    expect(sheet.get_by_role("row", name=re.compile("^The reading gap"))).to_be_visible()
    right(page, axe)
    take = page.get_by_role("link", name="Download the signed badge")
    keyboard.go_to(take)
    with page.expect_download() as taken:
        page.keyboard.press("Enter")
    assert re.fullmatch(r"certificate-[\d-]{10}\.jwt", taken.value.suggested_filename)
    key = jwk.JWK(**ask(served.address, "certificate/key").json())
    said = json.loads(good(Path(taken.value.path()).read_text("utf-8"), key))
    assert said["credentialSubject"]["identifier"][0]["identityHash"] == NAME
    page.reload()
    expect(sheet).to_have_count(1)
    expect(page.get_by_role("link", name="The public key")).to_be_visible()


def test_only_the_certificate_is_printed(served: Served, page: Page) -> None:
    """Its own button prints the sheet alone; nothing that can only be clicked is on the paper."""
    person = Person(served.course())
    person.finish_reading_gap()
    person.do(IssueCertificate, name="Ann")
    go(page, served)
    look = "document.querySelector('[data-dl-print=page]').className"
    page.evaluate(f"() => {{ window.print = () => {{ window.printed = {look}; }}; }}")
    page.get_by_role("button", name="Print this certificate").click()
    assert page.evaluate("window.printed") == "dl-certificate"
    page.emulate_media(media="print")
    expect(page.get_by_role("article", name="Certificate")).to_be_visible()
    expect(page.get_by_role("button", name="Issue the certificate")).to_have_count(0)
    expect(page.get_by_role("link", name="Download the signed badge")).to_have_count(0)


def test_files_are_had_under_the_prefix_alone(serve: Callable[..., Served]) -> None:
    """Under the prefix, as attachments that no browser runs; the key that is fetched checks the badge that is."""
    served = serve("--prefix=/x/y/")
    ann = Person(served.course())
    ann.finish_reading_gap()
    ann.do(IssueCertificate, name="Ann")
    view = ann.course.see(Certificates())
    assert isinstance(view, CertificatesView)
    path = f"certificate/{view.issued[0].certificate}"
    key = ask(served.address, "certificate/key")
    assert (key.status, key.headers["Content-Type"]) == (200, "application/jwk+json")
    badge = ask(served.address, f"{path}.jwt")
    assert re.fullmatch(r'attachment; filename="certificate-[\d-]{10}\.jwt"', badge.headers["Content-Disposition"])
    assert (badge.headers["X-Content-Type-Options"], badge.headers["Cache-Control"]) == ("nosniff", "no-store")
    assert "default-src 'none'" in badge.headers["Content-Security-Policy"]
    assert b"Ann" in good(badge.text, jwk.JWK(**key.json()))
    assert ask(served.address, f"{path}.json").json()["name"]
    for wrong in (f"{path}.exe", f"{path}.jwt/", "certificate/../certificate-key.json", "certificate-key.json"):
        assert ask(served.address, wrong).status == 404
    missing = ask(served.address, "certificate/00000000-0000-0000-0000-000000000000.jwt")
    assert missing.status == 404
    assert "there is no such certificate of yours" in missing.text
    assert "Content-Disposition" not in missing.headers
