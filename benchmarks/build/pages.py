"""Documents to build: this project's own, or as many pages of thirty clauses as wanted, in four languages that say the same."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import yaml

LANGUAGES = {"zh": "中文", "en": "English", "ru": "Русский", "hu": "Magyar"}
CLAUSES = 30
SECTIONS = 20  # of a document
OWN = Path(__file__).parents[2] / "docs"
CLAUSE = re.compile(r"^(\d+(?:\.\d+)+\.?) (.+)$", re.MULTILINE)
TITLES = {"zh": "程序要求", "en": "Requirements", "ru": "Требования", "hu": "Követelmények"}
WORDS = {
    "zh": "机构应在 {days} 天内记录申请人提交的资料，并按第 {cited} 条规定的方法告知其结果和理由。",
    "en": "The body shall record what the applicant has handed in within {days} days and tell the result with its reasons as clause {cited} describes.",
    "ru": "Орган должен в течение {days} дней зарегистрировать сведения, которые подал заявитель, и сообщить результат с обоснованием, как описано в пункте {cited}.",
    "hu": "A testületnek {days} napon belül feljegyzést kell készítenie arról, amit a kérelmező benyújtott, és az eredményt indoklással közölnie kell, ahogyan a {cited}. pont leírja.",
}


def write(folder: Path, pages: int) -> None:
    """About `pages` pages altogether, a quarter of them in each language."""
    each = max(1, pages // len(LANGUAGES))
    documents = -(-each // (SECTIONS + 1))
    for language in LANGUAGES:
        left = each
        home = folder / language / "index.md"
        home.parent.mkdir(parents=True, exist_ok=True)
        home.write_text(f"# {TITLES[language]}\n", "utf-8")
        for number in range(1, documents + 1):
            place = folder / language / f"p{number}"
            place.mkdir()
            (place / "index.md").write_text(cover(language, number), "utf-8")
            left -= 1
            sections = min(SECTIONS, max(1, left))
            for section in range(1, sections + 1):
                (place / f"{section}.md").write_text(page(language, section, sections), "utf-8")
            left -= sections


def cover(language: str, number: int) -> str:
    """A document's front page."""
    about = {"work": f"P{number}", "code": f"P-{number}:2026", "edition": "2026", "title": f"{TITLES[language]} {number}"}
    return f"---\n{yaml.safe_dump(about | {'source_language': 'zh', 'text': 'full'}, allow_unicode=True)}---\n# {TITLES[language]} {number}\n"


def page(language: str, section: int, sections: int) -> str:
    """Thirty clauses, each of which cites one of the next section."""
    lines = [f"# {section} {TITLES[language]}"]
    for clause in range(1, CLAUSES + 1):
        cited = f"{section % sections + 1}.{(clause * 7) % CLAUSES + 1}"
        lines.append(f"{section}.{clause} " + WORDS[language].format(days=clause + 10, cited=cited))
    return "\n\n".join(lines) + "\n"


def copy(folder: Path) -> int:
    """The documents that this project publishes, without the pages that other plugins make; how many pages they are."""
    for language in LANGUAGES:
        home = folder / language
        for cover in OWN.glob(f"{language}/*/index.md"):
            if "\nwork: " in cover.read_text("utf-8"):
                shutil.copytree(cover.parent, home / cover.parent.name)
        (home / "index.md").write_text(f"# {TITLES[language]}\n", "utf-8")
    return len([*folder.rglob("*.md")])


def rewrite(folder: Path) -> None:
    """The first clause of a document says the same once more, in every language; once again, and it says it once."""
    for language in LANGUAGES:
        path = next(one for one in (folder / language / "p1/1.md", folder / language / "cc105/3.md") if one.is_file())
        path.write_text(CLAUSE.sub(rewritten, path.read_text("utf-8"), count=1), "utf-8")


def rewritten(clause: re.Match[str]) -> str:
    """A clause that says everything twice, or only once what it says twice.

    >>> CLAUSE.sub(rewritten, "3.1 So be it."), CLAUSE.sub(rewritten, "3.1 So be it. So be it.")
    ('3.1 So be it. So be it.', '3.1 So be it.')
    """
    number, text = clause.groups()
    half = text[: len(text) // 2]
    return f"{number} {half}" if text == f"{half} {half}" else f"{number} {text} {text}"


def configuration(clauses: list) -> dict:
    """The same site with the clauses' plugin and with none."""
    languages = [{"locale": locale, "name": name, "default": locale == "zh"} for locale, name in LANGUAGES.items()]
    i18n = {"docs_structure": "folder", "fallback_to_default": False, "reconfigure_search": False, "languages": languages}
    return {
        "site_name": "Benchmark",
        "site_url": "http://localhost/",
        "theme": {"name": "material", "font": False, "features": ["navigation.prune"]},
        "markdown_extensions": ["admonition", "attr_list", "md_in_html", "pymdownx.fancylists", "tables", {"toc": {"permalink": "#"}}],
        "validation": {"nav": {"omitted_files": "ignore"}, "links": {"anchors": "warn"}},
        "plugins": [*clauses, {"i18n": i18n}],
        "nav": ["index.md"],
    }
