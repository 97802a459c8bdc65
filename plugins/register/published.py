"""Everything of the register that the site serves besides the pages of the docs: tree, static pages, feeds, schema."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plugins.register import feed, keys, tree
from plugins.register.browse import browse
from plugins.register.columns import schema
from plugins.register.frame import Frame
from plugins.register.language import Language
from plugins.register.look_up import note
from plugins.register.register import Register
from plugins.register.status_lists import other_parts

FOLDER = "assets/register"
SCHEMA = "register/certificate.schema.json"
STYLE = "register.css"
BROWSER = Path(__file__).parent / "browser"
COLOURS = Path(__file__).parents[1] / "site/theme/assets/colours.css"


@dataclass(frozen=True)
class Published:
    """The register's files in the site; what changes has a name that changes with it."""

    register: Register

    @cached_property
    def index(self) -> str:
        """The folder of the tree."""
        return f"{FOLDER}/{_hash(map(repr, (self.register.day, *self.register.public)))}"

    @cached_property
    def modules(self) -> dict[str, str]:
        """The browser's modules, and the style sheet of the static pages: the site's own holds the whole theme."""
        found = {path.name: path.read_text(encoding="utf-8") for path in sorted(BROWSER.iterdir())}
        return found | {STYLE: f"{COLOURS.read_text(encoding='utf-8')}\n{found[STYLE]}"}

    @cached_property
    def browser(self) -> str:
        """The folder of the browser's modules and styles."""
        return f"{FOLDER}/browser-{_hash([repr(self.modules)])}"

    def write(self, site: Path, languages: Sequence[Language], site_url: str) -> None:
        """Everything into the finished site."""
        register = self.register
        about = {"day": str(register.day), "certificates": len(register.public), "longest": keys.LONGEST}
        tree.write(keys.entries(register.pages), site / self.index, about)
        for name, text in self.modules.items():
            _write(site / self.browser / name, text)
        _write(site / SCHEMA, json.dumps(schema(), indent=2) + "\n")
        for language in languages:
            frame = Frame(language, tuple(languages), f"{self.browser}/{STYLE}", f"{self.browser}/palette.js", note(register, language))
            for written in (browse(register.pages, frame, register.day), other_parts(register, frame)):
                for path, page in written:
                    _write(site / language.folder / path, page)
            _write(site / language.folder / feed.PATH, feed.feed(register, language, site_url).decode("utf-8"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _hash(texts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode())
    return digest.hexdigest()[:12]
