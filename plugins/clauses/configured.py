"""What `mkdocs.yml` says: of the clauses, of the languages, and of the day that a build is for."""

from __future__ import annotations

import os
from datetime import date, datetime, timezone

from mkdocs.config import Config
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig

from plugins.clauses.report import LEVELS


class ClausesConfig(Config):
    """What `mkdocs.yml` may say under `clauses`."""

    languages = option.ListOfItems(option.Type(str), default=[])
    """The folders below docs that are read, the reference language first; by default those of the i18n plugin."""

    severity = option.DictOfItems(option.Choice(LEVELS), default={})
    """Weight of a check: `{T03: error, C01-prose: off}`; see `checks.SEVERITY` for the numbers."""

    cache = option.Type(str, default="")
    """The file in which pages of clauses are kept from one build to the next, from the folder of `mkdocs.yml`; "": nowhere."""

    processes = option.Type(int, default=3)
    """How many other processes read languages, render pages of clauses and put them into the theme, where there are processors for them.

    0, and no cache, where an extension of Markdown remembers what it has rendered: here it would know some of the pages only. 0 where
    a plugin's `on_page_context` goes by the pages before it, or does more than change what it is given: it is asked there, too.
    """


def languages(said: ClausesConfig, config: MkDocsConfig) -> tuple[str, ...]:
    """All languages, or the one that an author has chosen to build alone."""
    i18n = config.plugins.get("i18n")
    if i18n and i18n.config.build_only_locale:
        return (i18n.config.build_only_locale,)
    return tuple(said.languages or names(config))


def names(config: MkDocsConfig) -> dict[str, str]:
    """What the languages are called in themselves."""
    i18n = config.plugins.get("i18n")
    return {one.locale: one.name for one in i18n.config.languages} if i18n else {}


def nested(config: MkDocsConfig) -> bool:
    """Whether a language is being built inside the build of another."""
    i18n = config.plugins.get("i18n")
    return bool(i18n and i18n.building)


def build_day() -> date:
    """Today, or the day that a reproducible build names."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), timezone.utc).date() if epoch else date.today()
