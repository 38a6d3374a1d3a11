"""A cohort behind nginx with TLS and a prefix: ``python -m tests.bench.bench_nginx``. It needs nginx and openssl.

The configuration is the one of the guide `running-a-cohort.md`. It fails unless people join over https with a secure
cookie, a page's web socket opens, another site's page is refused, and guesses are counted by the address that nginx
names, also behind the proxy.
"""

import asyncio
import json
import re
import ssl
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPSConnection
from pathlib import Path
from urllib.parse import urlencode

from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from dlcourse.domain.cohort.messages import CreateCohort
from dlcourse.domain.cohort.views import CohortMade
from dlcourse.server.access.guesses import BY_ADDRESS
from dlcourse.server.resources import ports
from tests.serving import start
from tests.test_house import TOP

NAME, PREFIX = "course.school.example", "/course/"
GUIDE = TOP / "data/guides/running-a-cohort.md"


def blocks() -> tuple[str, str]:
    """The two pieces of configuration that the guide gives."""
    location, mapping = re.findall(r"```nginx\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    return location, mapping


@contextmanager
def nginx(folder: Path, port: int, behind: int) -> Iterator[None]:
    """Run nginx on this port, in front of the course on the port ``behind``."""
    certificate(folder)
    location, mapping = blocks()
    (folder / "nginx.conf").write_text(f"""
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
  access_log {folder}/access.log;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  {mapping}
  server {{
    listen 127.0.0.1:{port} ssl; server_name {NAME};
    ssl_certificate {folder}/cert.pem; ssl_certificate_key {folder}/key.pem;
    {location.replace("8850", str(behind))}
  }}
}}
""")
    running = subprocess.Popen(["nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder)])
    try:
        time.sleep(1)
        assert running.poll() is None, (folder / "error.log").read_text()
        yield
    finally:
        running.terminate()
        running.wait(10)


def certificate(folder: Path) -> None:
    """Make a certificate for the name."""
    line = f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN={NAME} -addext subjectAltName=DNS:{NAME}"
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    subprocess.run([*line.split(), *files], check=True, capture_output=True)


def asked(port: int, path: str, body: dict[str, str] | None = None, **headers: str) -> tuple[int, str, str]:
    """Ask over https; returns the status, the text and the cookie."""
    connection = HTTPSConnection("127.0.0.1", port, context=ssl._create_unverified_context(), timeout=30)
    named = {"Host": f"{NAME}:{port}", "Origin": f"https://{NAME}:{port}"} | headers
    named["Content-Type"] = "application/x-www-form-urlencoded"
    connection.request("POST" if body else "GET", PREFIX + path, urlencode(body) if body else None, named)
    answer = connection.getresponse()
    return answer.status, answer.read().decode(), answer.headers.get("Set-Cookie", "")


async def opens_page(port: int, cookie: str) -> bool:
    """Whether a page opens over its web socket."""
    headers = {"Cookie": cookie, "Host": f"{NAME}:{port}", "Origin": f"https://{NAME}:{port}"}
    address = f"wss://127.0.0.1:{port}{PREFIX}live"
    socket = await websocket_connect(HTTPRequest(address, headers=headers, validate_cert=False))
    await socket.write_message(json.dumps({"id": "1", "page": "cohort", "place": {}}))
    return '"props"' in str(await socket.read_message())


def main() -> None:
    """Serve, put nginx in front, and try."""
    port = ports.take("127.0.0.1", 0)[0].getsockname()[1]
    with tempfile.TemporaryDirectory() as home:
        served = start(Path(home) / "course", arguments=("--prefix", PREFIX, "--name", NAME))
        made = served.course().do(CreateCohort(id=uuid.uuid4().hex, cohort=uuid.uuid4().hex, name="Deans"))
        assert isinstance(made, CohortMade)
        behind = int(re.findall(r":(\d+)/", served.address)[0])
        folder = Path(home) / "nginx"
        folder.mkdir()
        with nginx(folder, port, behind):
            status, text, cookie = asked(port, "join", {"code": made.join_code, "name": "Ann"})
            assert (status, "Welcome, Ann." in text, "Secure" in cookie) == (200, True, True), (status, cookie)
            session = cookie.partition(";")[0]
            assert asked(port, "", Cookie=session)[0] == 200
            assert asked(port, "")[0] == 401
            assert asked(port, "cohort", Cookie=session)[0] == 200
            assert asyncio.run(opens_page(port, session))
            elsewhere = asked(port, "join", {"code": made.join_code, "name": "Eve"}, Origin="https://evil.example")
            assert elsewhere[0] == 403
            guesses = {
                asked(port, "join", {"code": "BBBB-BBBB-BBBB", "name": "Eve"})[0] for _ in range(BY_ADDRESS.most)
            }
            assert guesses == {403}
            assert asked(port, "join", {"code": made.join_code, "name": "Eve"})[0] == 429
            assert made.join_code not in (folder / "access.log").read_text()
            assert session.partition("=")[2] not in (folder / "access.log").read_text()
        served.stop()
    sys.stdout.write("Joining, pages, web sockets, other sites and guesses are right behind nginx with TLS.\n")


if __name__ == "__main__":
    main()
