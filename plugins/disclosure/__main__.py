"""What the body has not published yet: `python -m plugins.disclosure [docs]`; with --release, all that keeps the site from the public."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from plugins.clauses.report import report
from plugins.disclosure.gaps import gaps
from plugins.disclosure.profile import FILE, read_profile
from plugins.disclosure.unready import unready


def main(arguments: list[str] | None = None) -> int:
    """Prints the gaps; 1 when the profile is wrong or, before a release, anything is left to do."""
    parser = argparse.ArgumentParser(prog="python -m plugins.disclosure", description=__doc__)
    parser.add_argument("docs", nargs="?", default="docs", type=Path)
    parser.add_argument("--release", action="store_true", help="gaps, placeholders and example data are errors")
    chosen = parser.parse_args(arguments)
    file = chosen.docs / FILE
    if not file.is_file():
        parser.error(f"{file} is not there: the profile of the body belongs in it")
    profile, problems = read_profile(file.read_bytes())
    for one in report(problems, {"D01": "error"}, str(chosen.docs)):
        print(one.text)
    if problems:
        return 1
    found = gaps(profile)
    for gap in found:
        print(f"{chosen.docs}/{gap.text}")
    if not chosen.release:
        print(f"{len(found)} gaps", file=sys.stderr)
        return 0
    left = unready(chosen.docs.parent, chosen.docs)
    print(*left, sep="\n", end="\n" if left else "")
    if found or left:
        print(f"✗ no release: {len(found)} gaps in {file}, {len(left)} other things to put right; see above", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
