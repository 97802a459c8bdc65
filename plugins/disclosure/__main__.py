"""What the body has not published yet: `python -m plugins.disclosure [docs]`; with --release it is an error."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from plugins.clauses.report import report
from plugins.disclosure.gaps import gaps
from plugins.disclosure.profile import FILE, read_profile


def main(arguments: list[str] | None = None) -> int:
    """Prints the gaps; 1 when the profile is wrong, or has gaps before a release."""
    parser = argparse.ArgumentParser(prog="python -m plugins.disclosure", description=__doc__)
    parser.add_argument("docs", nargs="?", default="docs", type=Path)
    parser.add_argument("--release", action="store_true", help="gaps are errors")
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
    if found and chosen.release:
        print(f"✗ {len(found)} gaps: a release needs every one of them filled in {file}", file=sys.stderr)
        return 1
    print(f"{len(found)} gaps", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
