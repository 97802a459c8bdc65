"""The lists of suspended, withdrawn and cancelled certificates (GZ021 9.4), in parts of a bounded size."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from plugins.register.browse import Written
from plugins.register.certificate import Certificate
from plugins.register.columns import Status
from plugins.register.frame import Frame
from plugins.register.language import Language
from plugins.register.register import Register

LISTS = (Status.SUSPENDED, Status.WITHDRAWN, Status.CANCELLED)
ROWS = 200
"""Rows on one page; the first stand in the page of the docs, the others on static pages."""


def first_part(register: Register, status: Status, language: Language) -> str:
    """The latest of a list, with the way to the others; for a page `register/STATUS/`."""
    parts = _parts(register, status)
    if not parts:
        return f"<p>{language.say('list_empty')}</p>"
    way = f'<p><a href="../{status}-2.html">{language.say("next")}</a></p>' if len(parts) > 1 else ""
    return _table(parts[0], register, status, language, "../") + way


def other_parts(register: Register, frame: Frame) -> Written:
    """The rest of each list as static pages beside the folder of its first part."""
    language = frame.language
    for status in LISTS:
        parts = _parts(register, status)
        for number, part in enumerate(parts[1:], 2):
            links = [(f"{status}/" if number == 2 else f"{status}-{number - 1}.html", language.words["register.previous"])]
            links += [(f"{status}-{number + 1}.html", language.words["register.next"])] if number < len(parts) else []
            title = language.words[f"register.list.{status}"]
            yield f"register/{status}-{number}.html", frame.page(f"register/{status}-{number}.html", title, _table(part, register, status, language, ""), links)


def _parts(register: Register, status: Status) -> list[list[Certificate]]:
    changed = register.changed(status)
    return [changed[start : start + ROWS] for start in range(0, len(changed), ROWS)]


def _table(part: Sequence[Certificate], register: Register, status: Status, language: Language, up: str) -> str:
    suspended = status is Status.SUSPENDED
    heads = ["number", "organisation", "standard", *(["suspended_from", "suspended_until", "days"] if suspended else [f"{status}_on"])]
    head = "".join(f'<th scope="col">{language.say(key)}</th>' for key in heads)
    rows = "".join(
        f'<tr><td><a href="{up}{register.places[one.number].address}">{escape(one.number)}</a></td>'
        f"<td>{escape(one.organisation)}</td><td>{escape(one.standard)}</td>{_days(one, language)}</tr>"
        for one in part
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _days(one: Certificate, language: Language) -> str:
    days = [one.suspended_from, one.suspended_until] if one.status is Status.SUSPENDED else [one.changed]
    cells = "".join(f"<td>{language.day(day)}</td>" for day in days if day)
    if one.status is Status.SUSPENDED and one.suspended_from and one.suspended_until:
        cells += f"<td>{(one.suspended_until - one.suspended_from).days}</td>"
    return cells
