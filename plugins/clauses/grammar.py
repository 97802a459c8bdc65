"""How a language writes clauses and references: the YAML files of `languages/`, compiled.

Everything that depends on a language is in those files; `@name` in a shape stands for another shape.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from string import ascii_lowercase

from plugins import quick_yaml

LANGUAGES = Path(__file__).with_name("languages")
KINDS = ("table", "figure", "annex", "clause")  # in the order in which they are tried


@dataclass(frozen=True, slots=True)
class Marks:
    """How headings and paragraphs tell that they are an annex, a table, a figure or a note."""

    annex: re.Pattern[str]
    table: re.Pattern[str]
    figure: re.Pattern[str]
    note: re.Pattern[str]
    cnas_note: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language's shapes, ready for the recogniser."""

    language: str
    marks: Marks
    labels: dict[str, str]
    sentence_end: re.Pattern[str]
    shapes: dict[str, str]  # source of the kinds' forms, for the recogniser that adds the documents' codes
    elements: dict[str, str]  # source of what one reference of a list looks like, by kind
    without_digits: str  # source of what a reference without a digit has in it
    separator: re.Pattern[str]
    range: re.Pattern[str]
    verb: re.Pattern[str]
    lists: re.Pattern[str] | None  # what comes after an item that a text lists itself
    inside: re.Pattern[str]  # what counts anew within a section beside it
    glue_before: re.Pattern[str]
    glue_after: re.Pattern[str]
    other_before: re.Pattern[str] | None  # a document without a name here, beside what belongs to it
    other_after: re.Pattern[str] | None
    title_ends: tuple[str, str]  # endings that the first and the last word of a title may take
    item_letters: dict[int, str]  # letters of items that the pages write with Latin ones


def expand(shape: str, known: dict[str, str]) -> str:
    """`shape` with every `@name` replaced, until none is left."""

    def named(match: re.Match[str]) -> str:
        return "(?:" + expand(known[match[1]], known) + ")"

    return re.sub(r"@([a-z]+)", named, shape)


def kind_shape(kind: dict, known: dict[str, str]) -> str:
    """All forms of one kind of reference; `@list` is one element or several, later ones perhaps cut short (`@more`)."""
    names = known | {"element": kind["element"], "more": kind.get("more", "(?!)")}
    names["list"] = "@element(?:@separator(?:@element|@more)){0,30}"
    shapes = []
    for listed, forms in groupby(kind["forms"], lambda form: form.endswith("@list")):  # the list is long: what comes before it shares one
        before = "|".join(f"(?:{form.removesuffix('@list')})" for form in forms)
        shapes.append(expand(f"(?:{before})@list" if listed else before, names))
    return "|".join(shapes)


def written(language: str) -> Path:
    """The file of a language's grammar; of a language without one, a KeyError that names those that have one."""
    path = LANGUAGES / f"{language}.yml"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in LANGUAGES.glob("??.yml")))
        raise KeyError(f"no grammar for language {language!r}; there is one for {known}")
    return path


@lru_cache(maxsize=None)
def grammar(language: str) -> Grammar:
    """The grammar of `language`; a language without a file is a KeyError, see `written`."""
    path = written(language)
    common = quick_yaml.load((LANGUAGES / "common.yml").read_text("utf-8"))
    own = quick_yaml.load(path.read_text("utf-8"))
    known = common | {name: shape for name, shape in own.items() if isinstance(shape, str)}
    # The codes of documents are folded over lines in the file for reading; spaces there mean nothing.
    known["foreign"] = re.sub(r"\s+", "", common["foreign"])

    def compiled(shape: str) -> re.Pattern[str]:
        return re.compile(expand(shape, known))

    shapes = {kind: kind_shape(own[kind], known) for kind in KINDS}
    for name in ("starts", "named", "same", "this", "skip", "act", "document_tail"):
        shapes[name] = expand(own[name], known)
    shapes["maybe"] = kind_shape({**own["clause"], "forms": own["clause"].get("maybe", ["(?!)"])}, known)
    shapes |= {"item_of": expand(own["item_of"]["element"], known) if "item_of" in own else "(?!)"}
    shapes |= {name: expand(known[name], known) for name in ("foreign", "long", "dotted", "items", "item")} | {"loose": expand(known.get("loose", "@item"), known)}
    return Grammar(
        language=language,
        marks=Marks(**{name: compiled(shape) for name, shape in own["marks"].items()}),
        labels=own["labels"],
        sentence_end=compiled(own["sentence_end"]),
        shapes=shapes,
        elements={kind: expand(element_with_groups(own[kind]), known) for kind in KINDS},
        without_digits=expand(own["without_digits"], known),
        separator=compiled(own["separator"]),
        range=compiled(own["range"]),
        verb=compiled(own["verb"]),
        lists=compiled(own["lists"]) if "lists" in own else None,
        inside=compiled(own["inside"]),
        glue_before=compiled(own["glue_before"]),
        glue_after=compiled(own["glue_after"]),
        other_before=compiled(f"(?:{own['other_before']})$") if "other_before" in own else None,
        other_after=compiled(own["other_after"]) if "other_after" in own else None,
        title_ends=(own.get("title_first", ""), own.get("title_last", "")),
        item_letters=dict(zip(map(ord, own.get("item_letters", "")), ascii_lowercase)),
    )


def element_with_groups(kind: dict) -> str:
    """The element of a list with its number and its items as named groups, or what is left of a later one."""
    element = re.sub(r"@(number|dotted|tableid|annexid|letter)", r"(?P<number>@\1)", kind["element"], count=1)
    element = re.sub(r"@items|(?:\(\?:[^()@]*@item\)\{0,3\})|@item", lambda match: f"(?P<items>{match[0]})", element, count=1)
    return f"{element}|(?P<more>{kind.get('more', '(?!)')})"
