"""Keeps pages of other languages from static-i18n: in each language's build it makes all of them anew, and once more for every language
that each may turn out to be of.
"""

from __future__ import annotations

from collections import defaultdict

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel


class Alternates:
    """The same pages in other languages than the one being built; each is made once for all builds."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str], File] = {}  # by where they come from and go to
        self._taken: defaultdict[str, dict[str, File]] = defaultdict(dict)  # by the path below the language's folder, then by language

    def take_out(self, files: Files, config: MkDocsConfig) -> None:
        """To be called before static-i18n: takes out of `files` what it would only pass over, the pages in other languages' folders."""
        self._taken.clear()
        i18n = config.plugins.get("i18n")
        if i18n is None or i18n.config.docs_structure != "folder" or i18n.config.fallback_to_default:
            return
        from mkdocs_static_i18n.folder import create_i18n_file  # noqa: PLC0415 - a site in one language has none

        default, known, wanted = i18n.default_language, i18n.all_languages, i18n.build_languages
        for file in files.documentation_pages():
            language, _, name = file.src_uri.partition("/")
            if language == i18n.current_language or language not in known or file.src_dir != config.docs_dir:
                continue
            files.remove(file)
            if language in wanted:
                place = file.src_uri, file.dest_uri
                if place not in self._made:
                    self._made[place] = create_i18n_file(file, language, default, known, config)
                self._taken[name][language] = self._made[place]

    def put_in(self, files: Files) -> None:
        """To be called after static-i18n: gives each page the `alternates` that it would have found."""
        for file in files.documentation_pages(inclusion=InclusionLevel.all):  # a preview shows drafts
            if others := self._taken.get(getattr(file, "norm_src_uri", "")):
                file.alternates = {file.locale_alternate_of: file} | dict(sorted((others | file.alternates).items()))
