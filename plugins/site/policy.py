"""The headers of the site: its Content-Security-Policy, and a year's caching for names that change with their content.

Own scripts only, and the theme's inline ones by their hashes. They are written to `_headers`, a file that several static
hosts obey and `serve.py` too.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from fnmatch import fnmatchcase

Rules = dict[str, dict[str, str]]
"""Headers by the paths they go with; `*` stands for any rest."""
HASHED = ("assets/calculators", "assets/javascripts", "assets/stylesheets")
"""The folders in which every name changes with the content."""
KEPT = (*HASHED, "assets/register")
"""What browsers may keep for a year: those, and the register, whose folders have such names."""
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


def rules(hashes: Iterable[str]) -> Rules:
    """What the site is served with, by path; what has no rule of its own for caching is to be asked for anew."""
    return {"/*": headers(hashes)} | {f"/{folder}/*": {"Cache-Control": "public, max-age=31536000, immutable"} for folder in KEPT}


def write_headers(rules: Rules) -> str:
    """The text of `_headers`.

    >>> write_headers({"/*": {"Referrer-Policy": "no-referrer"}})
    '/*\\n  Referrer-Policy: no-referrer\\n'
    """
    return "".join("".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in given.items())]) for path, given in rules.items())


def read_headers(text: str) -> Rules:
    """The rules in the text of `_headers`.

    >>> read_headers('/*\\n  Referrer-Policy: no-referrer\\n')
    {'/*': {'Referrer-Policy': 'no-referrer'}}
    """
    rules: Rules = {}
    for line in text.splitlines():
        name, _, value = line.strip().partition(": ")
        if value:
            rules[path][name] = value
        elif name:
            rules[path := name] = {}
    return rules


def headers_of(rules: Rules, path: str) -> dict[str, str]:
    """The headers of one path: all rules that fit it, the last one wins.

    >>> headers_of({"/*": {"A": "1"}, "/assets/*": {"A": "2"}}, "/assets/x.js")
    {'A': '2'}
    """
    return {name: value for pattern, given in rules.items() if fnmatchcase(path, pattern) for name, value in given.items()}
