"""The MkDocs plugin: reads the body's file once, puts parts of the register into pages, writes the rest beside them.

mkdocs-static-i18n builds the languages one inside the other with this same object: events run once per language.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from calculators.messages import read_catalogue
from mkdocs.config import Config
from mkdocs.config import config_options as option
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from plugins.clauses.configured import build_day
from plugins.register.certificate import Certificate, read
from plugins.register.column_table import column_table
from plugins.register.deadlines import late, table
from plugins.register.encoded import ENCODINGS
from plugins.register.extension import RegisterExtension
from plugins.register.language import Language
from plugins.register.look_up import look_up, note
from plugins.register.problem import RegisterError
from plugins.register.published import BROWSER, SCHEMA, STYLE, Published
from plugins.register.register import Register
from plugins.register.status_lists import LISTS, first_part
from plugins.site.words import LOCALES

log = get_plugin_logger(__name__)
REPORT = ".build/register-deadlines.csv"
LOGGED = 20
"""Missed deadlines and overtaken states in the log; the report has all."""


class RegisterConfig(Config):
    """What `mkdocs.yml` may say under `register`."""

    file = option.Type(str)
    """The body's export, CSV or SQLite, beside `mkdocs.yml`."""

    table = option.Type(str, default="certificates")
    """The table or view of an SQLite file."""

    encoding = option.Choice(ENCODINGS, default="utf-8")
    """The encoding of a CSV file: it is never guessed."""

    as_of = option.Optional(option.Type((str, date)))
    """The day of the export, 2026-11-20; without it the day of the build."""

    example = option.Type(bool, default=False)
    """Whether nothing in the file is real: every page then says so."""


class RegisterPlugin(BasePlugin[RegisterConfig]):
    """Turns each block ```` ```register ```` into the part that it names; see `_parts`."""

    published: Published
    page: Page

    def on_config(self, config: MkDocsConfig) -> None:
        if _nested(config):
            return
        file = Path(config.config_file_path).parent / self.config.file
        if file.resolve().is_relative_to(Path(config.docs_dir).resolve()):
            raise PluginError(f"register: file: {self.config.file} lies in the folder of the docs and would be published as it is; move it out")
        day = self._day()
        try:
            certificates = read(file, day, encoding=self.config.encoding, table=self.config.table, name=self.config.file)
        except RegisterError as error:
            raise PluginError(f"The register was not read. Nothing of it is published until this is put right:\n{error}") from None
        register = Register(tuple(certificates), day, self.config.example)
        kept = len(certificates) - len(register.public)
        log.info(f"{self.config.file}: {len(certificates)} certificates as of {day}; {kept} of them unlisted")
        self._report(certificates, day, Path(config.config_file_path).parent)
        self.published = Published(register)
        self.languages: dict[str, Language] = {}
        config.markdown_extensions.append(RegisterExtension(self._render))  # type: ignore[arg-type]  # Markdown takes objects too
        script = ExtraScriptValue(f"{self.published.browser}/register.js")
        script.type = "module"
        config.extra_javascript.append(script)
        config.extra_css.append(f"assets/{STYLE}")
        config.watch.append(str(file))

    @event_priority(-150)  # after static-i18n has given the site its name in this language
    def on_files(self, files: Files, config: MkDocsConfig) -> None:
        files.append(File.generated(config, f"assets/{STYLE}", abs_src_path=str(BROWSER / STYLE)))
        i18n = config.plugins["i18n"]
        code = i18n.current_language or i18n.default_language  # type: ignore[attr-defined]
        chosen = i18n.config.build_only_locale  # type: ignore[attr-defined]
        folder = "" if code in (i18n.default_language, chosen) else f"{code}/"  # type: ignore[attr-defined]
        name = i18n.get_language_config(code).name  # type: ignore[attr-defined]
        self.languages[code] = Language(code, folder, name, config.site_name, _words(code))

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
        self.page = page

    @event_priority(-150)  # when all languages are built, before the service worker is given its version (-200)
    def on_post_build(self, config: MkDocsConfig) -> None:
        if not _nested(config):
            self.published.write(Path(config.site_dir), list(self.languages.values()), config.site_url or "")

    def _render(self, part: str) -> str:
        parts = self._parts()
        if part not in parts:
            raise PluginError(f"{self.page.file.src_uri}: the register has no part {part!r}; known are {', '.join(parts)}")
        return parts[part]()

    def _parts(self) -> dict[str, Callable[[], str]]:
        """What a block may name."""
        language, register = self.languages[self.page.file.src_uri.partition("/")[0]], self.published.register
        index = get_relative_url(f"{self.published.index}/", self.page.url)
        return {
            "look-up": lambda: look_up(register, language, index) + note(register, language),
            **{status: lambda status=status: note(register, language) + first_part(register, status, language) for status in LISTS},  # type: ignore[misc]
            "columns": lambda: column_table(language, get_relative_url(SCHEMA, self.page.url)),
        }

    def _report(self, certificates: list[Certificate], day: date, project: Path) -> None:
        """What is late, for the body's own eyes: into the log and a file outside the site. It stops nothing."""
        missed = late(certificates, day)
        for one in missed[:LOGGED]:
            log.info(f"{self.config.file}: {one}")
        if len(missed) > LOGGED:
            log.info(f"{self.config.file}: {len(missed) - LOGGED} more such rows in {REPORT}")
        report = project / REPORT
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(table(missed), encoding="utf-8")

    def _day(self) -> date:
        said = self.config.as_of
        try:
            return said if isinstance(said, date) else date.fromisoformat(said) if said else build_day()
        except ValueError:
            raise PluginError(f"register: as_of: {said!r} is not a date; write year-month-day, such as 2026-11-20") from None


def _nested(config: MkDocsConfig) -> bool:
    """Whether this is another language of a build that has begun."""
    return bool(getattr(config.plugins.get("i18n"), "building", False))


def _words(language: str) -> dict[str, str]:
    return read_catalogue((LOCALES / language / "register.po").read_text(encoding="utf-8"))
