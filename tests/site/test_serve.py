"""The server of `make serve`: types, headers and error pages as a good host gives them."""

import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from plugins.site.nginx import directives
from plugins.site.policy import KEPT, headers, rules, write_headers
from plugins.site.serve import server


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("site")
    for name in ("index.html", "404.html", "en/404.html", "a.wasm", "a.mjs", "a.js", "a.css", "a.svg", "a.json", "a.ics"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(name)
    (folder / "assets" / "stylesheets").mkdir(parents=True)
    (folder / "assets" / "register" / "0").mkdir(parents=True)
    (folder / "assets" / "register" / "0" / "root.json").write_text("{}")
    (folder / "assets" / "stylesheets" / "a.1.css").write_text("a {}")
    for name in ("index.html.br", "a.wasm.gz", "a.wasm.br"):
        (folder / name).write_text(name)
    (folder / "_headers").write_text(write_headers(rules([])))
    with server(folder) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}/"
        running.shutdown()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("", "text/html"),
        ("a.wasm", "application/wasm"),
        ("a.mjs", "text/javascript"),
        ("a.js", "text/javascript"),
        ("a.css", "text/css"),
        ("a.svg", "image/svg+xml"),
        ("a.json", "application/json"),
        ("a.ics", "text/calendar"),
    ],
)
def test_files_have_their_types(served: str, name: str, kind: str) -> None:
    assert urlopen(served + name).headers.get_content_type() == kind


def test_every_answer_carries_the_headers_of_the_site(served: str) -> None:
    given = urlopen(served + "a.js").headers
    assert given["X-Content-Type-Options"] == "nosniff"
    assert given["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'")


@pytest.mark.parametrize(("path", "caching"), [("assets/register/0/root.json", "public, max-age=31536000, immutable"), ("assets/stylesheets/a.1.css?x", "public, max-age=31536000, immutable"), ("a.css", "no-cache"), ("", "no-cache")])
def test_only_names_that_change_with_their_content_are_kept(served: str, path: str, caching: str) -> None:
    assert urlopen(served + path).headers.get_all("Cache-Control") == [caching]


def test_what_is_not_there_is_never_kept(served: str) -> None:
    with pytest.raises(HTTPError) as met:
        urlopen(served + "assets/stylesheets/b.2.css")
    assert met.value.headers.get_all("Cache-Control") == ["no-cache"]


@pytest.mark.parametrize(
    ("path", "taken", "sent", "encoding"),
    [
        ("a.wasm", "gzip, br", "a.wasm.br", "br"),
        ("a.wasm", "gzip", "a.wasm.gz", "gzip"),
        ("a.wasm", "identity", "a.wasm", None),
        ("", "br", "index.html.br", "br"),
        ("a.css", "br", "a.css", None),
    ],
)
def test_compressed_twins_are_sent_to_those_who_take_them(served: str, path: str, taken: str, sent: str, encoding: str | None) -> None:
    answer = urlopen(Request(served + path, headers={"Accept-Encoding": taken}))
    assert (answer.read().decode(), answer.headers["Content-Encoding"]) == (sent, encoding)
    assert answer.headers.get_content_type() == ("application/wasm" if "wasm" in path else "text/css" if path else "text/html")


@pytest.mark.parametrize(("path", "page"), [("x", "404.html"), ("en/x/y/", "en/404.html"), ("en/", "en/404.html"), ("../x", "404.html")])
def test_what_is_not_there_gets_the_nearest_error_page(served: str, path: str, page: str) -> None:
    with pytest.raises(HTTPError) as met:
        urlopen(Request(served + path))
    assert (met.value.code, met.value.read().decode()) == (404, page)


def test_nginx_is_told_the_same_in_every_block_that_adds_a_header() -> None:
    told = directives(rules([]), Path("/srv/site"), {"/": "/404.html", "/en/": "/en/404.html"}, brotli=True)
    for name, value in headers([]).items():
        assert told.count(f'add_header {name} "{value}"') == 1 + len(KEPT)
    assert told.count('Cache-Control "public, max-age=31536000, immutable";') == len(KEPT)
    assert "location /en/ {\n    error_page 404 /en/404.html;\n}" in told and "brotli_static on;" in told and "server {" not in told
