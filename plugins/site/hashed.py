"""Names that change with the content: what bears one may be kept for a year.

The theme names its own style sheets and scripts so, and the calculators theirs; this does it for all others.
"""

import hashlib
from pathlib import PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

_FOLDER = {".css": "assets/stylesheets", ".js": "assets/javascripts"}
_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/", "assets/globals.d.ts")  # the theme's own search; types


def hashed_name(path: str, content: bytes) -> str:
    """The address of a style sheet or script with this content.

    >>> hashed_name("assets/site.css", b"p {}")
    'assets/stylesheets/site.48d24394.css'
    """
    name = PurePosixPath(path)
    return f"{_FOLDER[name.suffix]}/{name.stem}.{hashlib.sha256(content).hexdigest()[:8]}{name.suffix}"


def name_by_content(files: Files, config: MkDocsConfig, renamed: dict[str, str]) -> None:
    """Gives the style sheets and scripts of every page such names, in the site and in what the pages ask for.

    `renamed` remembers them from one language to the next: the configuration has the new ones after the first.
    """
    asked = {str(entry) for entry in (*config.extra_css, *config.extra_javascript)}
    for file in list(files):
        if file.src_uri.startswith(_UNUSED):
            files.remove(file)
        elif file.src_uri in asked:
            renamed[file.src_uri] = hashed_name(file.src_uri, file.content_bytes)
        if file.src_uri in renamed:
            file.dest_uri = file.url = renamed[file.src_uri]
    config.extra_css[:] = [renamed.get(path, path) for path in config.extra_css]
    for number, script in enumerate(config.extra_javascript):
        if isinstance(script, str):
            config.extra_javascript[number] = renamed.get(script, script)
        else:
            script.path = renamed.get(script.path, script.path)
