"""Names that change with the content: what bears one may be kept for a year. And one style sheet for all pages.

The theme names its own scripts so, and the calculators theirs; this does it for all others.
"""

import hashlib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from .unused import without_unused

_FOLDER = {".css": "assets/stylesheets", ".js": "assets/javascripts"}
_THEME = ("assets/stylesheets/main.*.css", "assets/stylesheets/palette.*.css")
_UNUSED = ("assets/javascripts/lunr/*", "assets/javascripts/workers/*", "assets/stylesheets/*.map", "assets/globals.d.ts")
"""The theme's own search; for those who develop it; types."""
_MAP = b"/*# sourceMappingURL="


@dataclass(frozen=True)
class Sheet:
    """The one style sheet of all pages: a phone waits for one file, not for nine."""

    parts: frozenset[str]
    """What it is made of; the site does not have these one by one."""
    content: bytes


def hashed_name(path: str, content: bytes) -> str:
    """The address of a style sheet or script with this content.

    >>> hashed_name("assets/site.css", b"p {}")
    'assets/stylesheets/site.48d24394.css'
    """
    name = PurePosixPath(path)
    return f"{_FOLDER[name.suffix]}/{name.stem}.{hashlib.sha256(content).hexdigest()[:8]}{name.suffix}"


def one_sheet(files: Files, config: MkDocsConfig) -> Sheet:
    """The theme's style sheets, then those that the configuration and the plugins name, in this order."""
    theme = [file for pattern in _THEME for file in files if fnmatchcase(file.src_uri, pattern)]
    named = [file for path in config.extra_css if (file := files.get_file_from_path(path))]
    parts = (*theme, *named)
    used = {str(one) for one in (*config.markdown_extensions, *config.plugins)}
    look = (without_unused(file.content_bytes.partition(_MAP)[0].decode(), used).encode() for file in theme)
    content = b"\n".join((*look, *(file.content_bytes for file in named)))
    return Sheet(frozenset(file.src_uri for file in parts), content)


def name_by_content(files: Files, config: MkDocsConfig, renamed: dict[str, str], sheet: Sheet) -> None:
    """Gives the style sheet and the scripts of every page such names, in the site and in what the pages ask for.

    `renamed` remembers the scripts from one language to the next: the configuration has the new names after the first.
    """
    asked = {str(entry) for entry in config.extra_javascript}
    for file in list(files):
        if file.src_uri in sheet.parts or any(fnmatchcase(file.src_uri, pattern) for pattern in _UNUSED):
            files.remove(file)
        elif file.src_uri in asked:
            renamed[file.src_uri] = hashed_name(file.src_uri, file.content_bytes)
        if file.src_uri in renamed:
            file.dest_uri = file.url = renamed[file.src_uri]
    name = hashed_name("site.css", sheet.content)
    config.extra_css[:] = [name, *(path for path in config.extra_css if path not in sheet.parts and path != name)]
    files.append(File.generated(config, name, content=sheet.content))
    for number, script in enumerate(config.extra_javascript):
        if isinstance(script, str):
            config.extra_javascript[number] = renamed.get(script, script)
        else:
            script.path = renamed.get(script.path, script.path)
