"""What the server answers: the site, faults in its place, and nothing under a name that is not this machine's."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.problems import DataError, Problem
from build_tools.publish.serving.server import Server, is_own, own_names

FAULT = Problem("seeds/<b>.yml", 3, "bad-value", "rights says 'all'", "Write full, excerpt or withheld")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    site = tmp_path / "site"
    (site / "ar/documents").mkdir(parents=True)
    (site / "index.html").write_text("<html><body>Home</body></html>", "utf-8")
    (site / "ar/index.html").write_text("<body>بيت</body>", "utf-8")
    (site / "404.html").write_text("<body>Not here</body>", "utf-8")
    (site / "data.json").write_text('{"a": 1}', "utf-8")
    (tmp_path / "secret").write_text("secret", "utf-8")
    running = Server("127.0.0.1", 0)
    running.start()
    running.show("/archive/", site)
    yield running
    running.stop()


def get(
    server: Server, path: str, host: str | None = "localhost", method: str = "GET"
) -> tuple[int, str, str]:
    """Status, body, and where it leads or what kind it is."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    connection.putrequest(method, path, skip_host=True)
    if host is not None:
        connection.putheader("Host", host)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, body, answer.headers.get("Location") or answer.headers["Content-Type"]


def test_pages_and_files(server: Server) -> None:
    status, body, kind = get(server, "/archive/")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert body.startswith('<html><body>Home<script src="/.archive/live.js?')
    assert body.endswith("</body></html>")
    assert "بيت" in get(server, "/archive/ar/")[1]
    assert get(server, "/archive/data.json") == (200, '{"a": 1}', "application/json; charset=utf-8")
    assert get(server, "/archive/", method="HEAD")[:2] == (200, "")
    assert get(server, "/") == (302, "", "/archive/")
    assert get(server, "/archive/ar") == (302, "", "/archive/ar/")
    assert get(server, "/archive") == (302, "", "/archive/")


def test_pages_that_come_first_stand_for_those_of_the_site(server: Server, tmp_path: Path) -> None:
    (tmp_path / "first/ar").mkdir(parents=True)
    (tmp_path / "first/ar/index.html").write_text("<body>دار</body>", "utf-8")
    server.show("/archive/", tmp_path / "site", first=tmp_path / "first")
    assert "دار" in get(server, "/archive/ar/")[1]
    assert "Home" in get(server, "/archive/")[1]
    server.show("/archive/", tmp_path / "site")
    assert "بيت" in get(server, "/archive/ar/")[1]


@pytest.mark.parametrize("path", ["/archive/none", "/archive/ar/documents/", "/elsewhere/", "/archive/../secret", "/archive/%2e%2e/secret", "/archive//../secret", "/archive/%00"])  # fmt: skip
def test_what_is_not_there(server: Server, path: str) -> None:
    status, body, _ = get(server, path)
    assert status == 404
    assert "Not here" in body


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "localhost.evil.example", "", None, "127.0.0.1.evil.example", "[::1", "a b"])  # fmt: skip
def test_another_name_is_refused(server: Server, host: str | None) -> None:
    for path in ("/archive/", "/.archive/live.js", "/archive/data.json"):
        status, body, _ = get(server, path, host)
        assert status == 403
        assert "Home" not in body


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1", "[::1]:8000", "LOCALHOST", "a.localhost", "192.168.1.7", socket.gethostname()])  # fmt: skip
def test_names_of_this_machine_are_its_own(server: Server, host: str) -> None:
    assert get(server, "/archive/", host)[0] == 200


def test_the_name_that_it_was_given_is_its_own() -> None:
    assert is_own("archive.lan:8000", own_names("archive.lan"))
    assert not is_own("other.lan", own_names("archive.lan"))


def test_faults_are_shown_in_the_place_of_every_page_and_go_when_they_are_mended(server: Server) -> None:
    site = server.shown.site
    server.show("/archive/", site, [FAULT])
    for path in ("/archive/", "/archive/ar/", "/"):
        status, body, _ = get(server, path)
        assert status == 503
        assert "seeds/&lt;b&gt;.yml:3" in body
        assert "rights says &#39;all&#39;" in body
        assert "Write full, excerpt or withheld" in body
        assert "/.archive/live.js?" in body
    server.show("/archive/", site)
    assert get(server, "/archive/")[0] == 200


def test_before_the_first_site_there_is_word_of_it() -> None:
    server = Server("127.0.0.1", 0)
    server.start()
    try:
        status, body, _ = get(server, "/archive/")
        assert status == 503
        assert "is being built" in body
    finally:
        server.stop()


def test_an_open_page_learns_of_news(server: Server) -> None:
    version = server.shown.version
    threading.Timer(0.3, lambda: server.show("/archive/", server.shown.site)).start()
    status, body, _ = get(server, f"/.archive/newer/{version}")
    assert status == 200
    assert int(body) == server.shown.version != version
    assert get(server, "/.archive/newer/1")[1] == body
    assert get(server, "/.archive/newer/x")[0] == get(server, "/.archive/else")[0] == 404


def test_a_port_in_use_is_told(server: Server) -> None:
    with pytest.raises(DataError, match=r"Nothing can be shown there: .*in use.*--port"):
        Server("127.0.0.1", server.server_address[1])
