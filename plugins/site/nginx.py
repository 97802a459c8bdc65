"""What nginx needs for a finished site, from the `_headers` in it: `python -m plugins.site.nginx site > clausebook.conf`.

It is included inside a `server { }` that has its own name, port and certificate, so that a new build never touches these.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from .policy import Rules, read_headers

SITE = "/*"


def directives(rules: Rules, root: Path, error_pages: Mapping[str, str], *, brotli: bool) -> str:
    """The inside of a server block. nginx drops inherited headers wherever one is added, so every block repeats all of them."""
    every = rules[SITE]
    lines = [
        f'root "{root}";',
        "index index.html;",
        "charset utf-8;",
        "charset_types text/css text/plain text/xml text/javascript application/javascript application/json image/svg+xml;",
        "absolute_redirect off;",
        "gzip_static on;",
        *(["brotli_static on;"] if brotli else []),
        "",
        "include mime.types;",
        "types {",
        "    application/manifest+json webmanifest;",
        "    text/javascript mjs;",
        "    text/calendar ics;",
        "}",
        "",
        *added({"Cache-Control": "no-cache", "Vary": "Accept-Encoding"} | every, ""),
    ]
    lines += [f"error_page 404 {page};" for folder, page in error_pages.items() if folder == "/"]
    for folder, page in ((folder, page) for folder, page in error_pages.items() if folder != "/"):
        lines += ["", f"location {folder} {{", f"    error_page 404 {page};", "}"]
    for path, own in rules.items():
        if path != SITE:
            # No `always`: an error is never kept for a year.
            headers = every | {"Vary": "Accept-Encoding"} | own
            lines += ["", f"location {path.removesuffix('*')} {{", *added(headers, "    ", always=False), "}"]
    return "\n".join([*lines, ""])


def added(headers: Mapping[str, str], indent: str, *, always: bool = True) -> Iterator[str]:
    """The lines that add headers, quoted for nginx."""
    for name, value in headers.items():
        if any(sign in value for sign in '"\\$\n'):
            raise ValueError(f"{name}: {value!r} cannot be written for nginx")
        yield f'{indent}add_header {name} "{value}"{" always" if always else ""};'


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m plugins.site.nginx", description="Print what an nginx server includes for a finished site.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--root", type=Path, help="where the site lies on the server; the folder itself unless told")
    parser.add_argument("--brotli", action="store_true", help="nginx has the module ngx_brotli: send the .br files")
    asked = parser.parse_args()
    written = asked.folder / "_headers"
    if not written.is_file():
        print(f"✗ there is no {written}: make site writes it", file=sys.stderr)
        return 1
    pages = sorted(asked.folder.glob("404.html")) + sorted(asked.folder.glob("*/404.html"))
    names = [page.relative_to(asked.folder) for page in pages]
    error_pages = {f"/{name.parent.as_posix()}/".replace("/./", "/"): f"/{name.as_posix()}" for name in names}
    rules = read_headers(written.read_text("utf-8"))
    print(directives(rules, asked.root or asked.folder.resolve(), error_pages, brotli=asked.brotli), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
