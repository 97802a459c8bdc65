"""Compiled templates, kept from one language and one build to the next: compiling takes longer than most pages."""

from pathlib import Path

import jinja2

FOLDER = Path(__file__).parents[2] / ".build" / "templates"


def keep_compiled(env: jinja2.Environment) -> None:
    """What is kept is known by the template's content and the version of Jinja."""
    folder = FOLDER / jinja2.__version__
    folder.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = jinja2.FileSystemBytecodeCache(str(folder))
