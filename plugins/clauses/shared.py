"""What any page of clauses may show beside its own words: of all this, a digest for what one build keeps for the next."""

from __future__ import annotations

import logging
import sys
from importlib.metadata import distributions
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils.yaml import yaml_load

from plugins.clauses.kept import digest
from plugins.clauses.registry import Registry

PROJECT = Path(__file__).parents[2]


def surroundings(config: MkDocsConfig) -> bytes:
    """A digest of Python, the packages installed, the code, all that `watch` in mkdocs.yml names, and the configuration."""
    home = Path(config.config_file_path).parent
    folders = [PROJECT / name for name in ("plugins", "locales", "calculators")] + [home / one for one in (*config.watch, *config.hooks)]
    sources = sorted({file for folder in folders for file in ([folder] if folder.is_file() else folder.rglob("*")) if source(file)})
    with open(config.config_file_path, encoding="utf-8") as file:
        said = yaml_load(file)  # with what the environment says
    told = logging.getLogger(MkDocsConfig.__module__).getEffectiveLevel()  # what is not told now is not told again
    parts: list[str | bytes] = [sys.version, MkDocsConfig.__module__, str(told), *sorted(f"{one.name} {one.version}" for one in distributions())]
    for file in sources:
        parts += [str(file), file.read_bytes()]
    return digest(*parts, repr(said), str(config.use_directory_urls))


def shared(around: bytes, files: Files, registry: Registry) -> bytes:
    """A digest of what is `around` the documents, of the day, of what documents and clauses there are, of every page that is none of
    clauses, and of the names, sizes and times of all other files.
    """
    parts: list[str | bytes] = [around, repr(registry.day), repr(sorted(registry.documents.items()))]
    for known in registry.pages.values():
        parts += [known.file, b"" if known.numbered else known.digest]
    for document, clauses in registry.gone_through():
        parts += [repr(document), repr([(one.id, one.kind, one.file, one.parent, one.title, one.called) for one in clauses.values()])]
    for one in files:
        if one.abs_src_path and one.src_uri not in registry.pages:
            found = Path(one.abs_src_path).stat()
            parts.append(f"{one.src_uri} {found.st_size} {found.st_mtime_ns}")
    return digest(*parts)


def source(file: Path) -> bool:
    """Whether a file is written by people, and none that Python makes of it."""
    return file.is_file() and file.suffix != ".pyc"
