"""The Content-Security-Policy of the site: own scripts only, and the theme's inline ones by their hashes.

It is written to `_headers`, a file that several static hosts obey and `serve.py` too.
"""

import base64
import hashlib
import re
from collections.abc import Iterable

_INLINE_SCRIPT = re.compile(r"<script\b(?![^>]*\bsrc=)([^>]*)>(.*?)</script>", re.DOTALL)
_TYPE = re.compile(r'\btype="([^"]*)"')
_EXECUTED = {"", "module", "text/javascript"}


def script_hashes(pages: Iterable[str]) -> list[str]:
    """The hash sources of all inline scripts that run on these pages, sorted.

    >>> script_hashes(["<script>1</script><script type='x' src=a.js></script>"])
    ["'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='"]
    """
    scripts = {
        script
        for page in pages
        for attributes, script in _INLINE_SCRIPT.findall(page)
        if (kind := _TYPE.search(attributes)) is None or kind[1] in _EXECUTED
    }
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    return sorted(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def headers(hashes: Iterable[str]) -> dict[str, str]:
    """The headers that every page of the site is served with."""
    directives = {
        "default-src": ["'none'"],
        "script-src": ["'self'", "'wasm-unsafe-eval'", *hashes],  # wasm: Pagefind and Pyodide
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
    return {
        "Content-Security-Policy": "; ".join(" ".join([name, *sources]) for name, sources in directives.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }


def write_headers(headers: dict[str, str]) -> str:
    """The text of `_headers`: one rule for all paths.

    >>> write_headers({"Referrer-Policy": "no-referrer"})
    '/*\\n  Referrer-Policy: no-referrer\\n'
    """
    return "".join(["/*\n", *(f"  {name}: {value}\n" for name, value in headers.items())])


def read_headers(text: str) -> dict[str, str]:
    """The headers in the text of `_headers`.

    >>> read_headers('/*\\n  Referrer-Policy: no-referrer\\n')
    {'Referrer-Policy': 'no-referrer'}
    """
    lines = (line.strip().partition(": ") for line in text.splitlines()[1:])
    return {name: value for name, _, value in lines if name}
