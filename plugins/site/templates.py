"""The theme's templates: compiled once, and found without a walk through the icons."""

import os
from pathlib import Path

import jinja2
from mkdocs.theme import Theme

FOLDER = Path(__file__).parents[2] / ".build" / "templates"


def keep_compiled(env: jinja2.Environment) -> None:
    """Kept from one language and one build to the next, for compiling takes longer than most pages.

    What is kept is known by the template's content and the version of Jinja.
    """
    folder = FOLDER / jinja2.__version__
    folder.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = jinja2.FileSystemBytecodeCache(str(folder))


class Listed(jinja2.FileSystemLoader):
    """Lists no folder whose name begins with a dot: MkDocs copies none of them, and Material has 14,000 icons there."""

    def list_templates(self) -> list[str]:
        """The names of all other files, as Jinja lists them."""
        found = set()
        for root in self.searchpath:
            for folder, folders, files in os.walk(root):
                folders[:] = (one for one in folders if not one.startswith("."))
                found.update(Path(folder, file).relative_to(root).as_posix() for file in files)
        return sorted(found)


def list_quickly(theme: Theme) -> None:
    """The environments of a theme have the quick list."""
    get_env = type(theme).get_env

    def made() -> jinja2.Environment:
        env = get_env(theme)
        env.loader = Listed(theme.dirs)
        return env

    theme.get_env = made  # type: ignore[method-assign]
