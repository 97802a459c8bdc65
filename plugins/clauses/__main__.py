"""Tools for authors: `python -m plugins.clauses check` reads all documents and says what is wrong, without building the site."""

from __future__ import annotations

import argparse
import os
import sys

from plugins.clauses.commands import accept, check, import_file, new_edition, translate_stub
from plugins.clauses.folder import Refused

COMMANDS = {"check": check, "accept": accept, "import": import_file, "new-edition": new_edition, "translate-stub": translate_stub}


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; 2 when it was asked for something that it does not do."""
    parser = argparse.ArgumentParser(prog="python -m plugins.clauses", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        told = (command.__doc__ or "").strip()
        own = commands.add_parser(name, help=told.splitlines()[0], description=told, formatter_class=argparse.RawDescriptionHelpFormatter)
        command.add(own)
    chosen = parser.parse_args(arguments)
    try:
        return COMMANDS[chosen.command].run(chosen)
    except Refused as error:
        print(f"python -m plugins.clauses {chosen.command}: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # who reads has seen enough: … | head
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


if __name__ == "__main__":
    sys.exit(main())
