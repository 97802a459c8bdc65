"""Serve a finished site the way a good host does: right types, the site's own headers, its own error pages, Brotli.

    python -m plugins.site.serve site --port 8000
"""

import argparse
import os
import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from .policy import Rules, headers_of, read_headers


class SiteHandler(SimpleHTTPRequestHandler):
    """Files of one folder, compressed where `precompress.mjs` has made them so; the headers of its `_headers`; the
    nearest `404.html` for what is not there."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # headers and body go out one by one: no waiting for the first to be confirmed
    extensions_map = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".ics": "text/calendar; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".mjs": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml",
        ".wasm": "application/wasm",  # anything else would stop it from being compiled as it arrives
        ".webmanifest": "application/manifest+json",
        ".xml": "application/xml",
    }

    def __init__(self, *args: Any, rules: Rules, **kwargs: Any) -> None:
        self.rules = rules
        self.encoding = ""
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        """The file that is asked for, or its compressed twin where there is one and the client takes it."""
        plain = super().translate_path(path)
        if plain.endswith("/") and os.path.isfile(plain + "index.html"):
            plain += "index.html"
        taken = self.headers.get("Accept-Encoding", "")
        twins = ((name, plain + suffix) for name, suffix in (("br", ".br"), ("gzip", ".gz")) if name in taken)
        self.encoding, found = next((twin for twin in twins if os.path.isfile(twin[1])), ("", plain))
        return found

    def guess_type(self, path: Any) -> str:
        return super().guess_type(os.path.splitext(path)[0] if self.encoding else path)

    def end_headers(self) -> None:
        if self.encoding:
            self.send_header("Content-Encoding", self.encoding)
        for name, value in {"Cache-Control": "no-cache", "Vary": "Accept-Encoding", **headers_of(self.rules, self.path.partition("?")[0])}.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self._error_page() if code == HTTPStatus.NOT_FOUND else None
        self.encoding, self.path = "", "/404.html"  # with the headers of that page: no error is kept for a year
        if page is None:
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", self.extensions_map[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def list_directory(self, path: Any) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Only what goes wrong is worth a line."""

    def _error_page(self) -> Path | None:
        root = Path(self.directory)
        asked = Path(self.translate_path(self.path))
        folders = (folder for folder in (asked, *asked.parents) if folder.is_relative_to(root))
        return next((page for folder in folders if (page := folder / "404.html").is_file()), None)


class SiteServer(ThreadingHTTPServer):
    """One thread for each connection; a browser opens more at once than the usual five."""

    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):  # a reader who has gone on to another page
            super().handle_error(request, client_address)


def server(folder: Path, port: int = 0) -> SiteServer:
    """A server of the site in `folder` on this machine alone; port 0 takes a free one."""
    written = folder / "_headers"
    rules = read_headers(written.read_text()) if written.is_file() else {}
    handler = partial(SiteHandler, directory=str(folder.resolve()), rules=rules)
    return SiteServer(("127.0.0.1", port), handler)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m plugins.site.serve", description="Serve a finished site on 127.0.0.1.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port", type=int, default=8000)
    asked = parser.parse_args()
    if not (asked.folder / "index.html").is_file():
        print(f"✗ there is no site in {asked.folder}: make site builds one", file=sys.stderr)
        return 1
    try:
        with server(asked.folder, asked.port) as running:
            running.serve_forever()
    except OSError as error:
        print(f"✗ port {asked.port} cannot be used ({error.strerror}); another: make serve PORT=8001", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
