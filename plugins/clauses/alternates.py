"""Pages of other languages, kept from static-i18n, which makes every page of all languages anew in each language's build, and those of
other languages once more for each language that they might be of.
"""

from __future__ import annotations

from collections import defaultdict

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


class Alternates:
    """The pages in the folders of languages that are not being built: each is made once for all languages' builds."""

    def __init__(self) -> None:
        self._files: defaultdict[str, dict[str, File]] = defaultdict(dict)  # by name, then by language

    def take_out(self, files: Files, config: MkDocsConfig) -> None:
        """Before static-i18n: takes out of `files` those that it would leave out."""
        i18n = config.plugins.get("i18n")
        if i18n is None or i18n.config.docs_structure != "folder" or i18n.config.fallback_to_default:
            return
        from mkdocs_static_i18n.folder import create_i18n_file  # noqa: PLC0415 - a site in one language has none

        default, known, wanted = i18n.default_language, i18n.all_languages, i18n.build_languages
        for file in files.documentation_pages():
            language, _, name = file.src_uri.partition("/")
            if language == i18n.current_language or language not in known:
                continue
            files.remove(file)
            if language in wanted and language not in self._files[name]:
                self._files[name][language] = create_i18n_file(file, language, default, known, config)

    def put_in(self, files: Files) -> None:
        """After it: gives each page the `alternates` that it would have found."""
        for file in files.documentation_pages():
            if others := self._files.get(getattr(file, "norm_src_uri", "")):
                file.alternates = {file.locale_alternate_of: file} | dict(sorted((others | file.alternates).items()))
