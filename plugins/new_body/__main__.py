"""Write a project for another body: everything of this one but what says who the body is.

    python -m plugins.new_body ../our-procedures
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[2]
SKELETON = Path(__file__).parent / "skeleton"
COPIED = (
    "plugins", "calculators", "locales", "docs", "mkdocs.yml", "Makefile", "pyproject.toml", "requirements.txt", "package.json",
    "package-lock.json", ".npmrc", ".gitignore", "LICENSE", "NOTICE",
)  # fmt: skip
"""What the generator is and the documents its rules and pages cite; tests, benchmarks and history stay here."""
HOME = "<!-- placeholder: let the home page lead to your own procedures; the documents it names are another body's -->"
REVIEWED = "  # placeholder: hold this page against your own rules, then write the day of that review"
SETTINGS = {
    "site_name:": "the name of your site",
    "site_description:": "what your site is, in a sentence",
    "copyright:": "whose the site is",
    "as_of:": "the day of your export",
}
"""The lines of `mkdocs.yml` that are the body's own."""


def new_body(target: Path) -> None:
    """Write the project into `target`, whole or not at all."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FileExistsError(f"{target} is there already and is not empty: name a folder that is new or empty")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as beside:
        made = Path(beside) / "project"
        for name in tracked():
            copy = made / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy)
        shutil.copytree(SKELETON, made, dirs_exist_ok=True)
        profile = made / "docs" / "body.yml"
        profile.write_text(profile.read_text("utf-8") + requirements(), "utf-8")
        (made / "register").mkdir()
        (made / "register" / "certificates.csv").write_text(register_header(), "utf-8")
        for path in made.glob("docs/*/**/*.md"):
            text = path.read_text("utf-8")
            path.write_text(marked_page(text, home=path.parent.parent == made / "docs" and path.name == "index.md"), "utf-8")
        settings = made / "mkdocs.yml"
        settings.write_text("".join(marked_settings(settings.read_text("utf-8").splitlines())), "utf-8")
        made.replace(target)


def tracked() -> list[str]:
    """The files to copy, as version control has them or, in a copy without it, as they lie there."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *COPIED], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    files = (path for name in COPIED for path in ([ROOT / name] if (ROOT / name).is_file() else (ROOT / name).rglob("*")) if path.is_file())
    return [path.relative_to(ROOT).as_posix() for path in files if not {"__pycache__"} & set(path.parts)]


def marked_page(text: str, *, home: bool) -> str:
    """A page with its placeholders: the day of its review, and what the home page leads to.

    >>> marked_page("---\\nreviewed: 2026-11-27\\n---\\n# Fees", home=False).splitlines()[1]
    'reviewed: 2026-11-27  # placeholder: hold this page against your own rules, then write the day of that review'
    """
    text = re.sub(r"(?m)\A(---\n(?:.+\n)*?reviewed: [0-9-]+).*$", rf"\g<1>{REVIEWED}", text)
    return re.sub(r"\A(---\n(?:.+\n)*?---\n)", rf"\g<1>{HOME}\n\n", text) if home else text


def marked_settings(lines: Iterable[str]) -> Iterator[str]:
    """The lines of `mkdocs.yml`, the body's own marked as placeholders; that the register is an example is no longer said."""
    for line in lines:
        key, said = line.strip().split(" ", 1)[0], line.partition("  # ")[0].rstrip()
        if key == "as_of:":
            said = f"{line[: line.index('as_of')]}as_of: {date.today()}"
        if key != "example:":
            yield f"{said}  # placeholder: {SETTINGS[key]}\n" if key in SETTINGS else f"{line}\n"


def requirements() -> str:
    """What every body has to make public, as this profile lists it."""
    text = (ROOT / "docs" / "body.yml").read_text("utf-8")
    return text[text.index("\ndisclosures:") :]


def register_header() -> str:
    """The columns of the register, without a certificate."""
    return (ROOT / "register" / "certificates.csv").read_text("utf-8").partition("\n")[0] + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m plugins.new_body", description="Write a project for another body to start from.")
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder.resolve()
    try:
        new_body(folder)
    except OSError as error:
        print(f"✗ nothing was written: {error}", file=sys.stderr)
        return 1
    print(f"✓ {folder}: fill in docs/body.yml, then make serve there")
    return 0


if __name__ == "__main__":
    sys.exit(main())
