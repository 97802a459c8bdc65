"""An organisation with its certificates as it stands in a page, in one language. Everything is escaped here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape

from plugins.register.certificate import Certificate
from plugins.register.columns import Status
from plugins.register.language import Language
from plugins.register.organisations import Organisation


def section(organisation: Organisation, language: Language, day: date, ids: Iterator[int], number: int) -> str:
    """One organisation; `ids` goes on counting the certificates of the page."""
    others = "".join(f"<p>{escape(name)}</p>" for name in organisation.other_names)
    uscc = f"<p>{language.say('uscc')} <code>{organisation.uscc}</code></p>" if organisation.uscc else ""
    items = "".join(_item(one, language, day, next(ids)) for one in organisation.certificates)
    return f'<section class="register-record" id="o{number}"><h2>{escape(organisation.name)}</h2>{others}{uscc}<ul>{items}</ul></section>'


def _item(certificate: Certificate, language: Language, day: date, number: int) -> str:
    status = certificate.status_on(day)
    lines = "".join(f"<dt>{language.say(key)}<dd>{text}" for key, text in _lines(certificate, status, language))
    shown = f'<span class="register-status" data-status="{status}">{language.say(f"status.{status}")}</span>'
    return f'<li id="c{number}"><h3>{escape(certificate.number)} {shown}</h3><dl>{lines}</dl></li>'


def _lines(one: Certificate, status: Status, language: Language) -> Iterator[tuple[str, str]]:
    if status is Status.SUSPENDED and one.suspended_from and one.suspended_until:
        yield "suspended", _period(one.suspended_from, one.suspended_until, language)
    if status is Status.WITHDRAWN and one.withdrawn_on:
        yield "withdrawn_on", language.day(one.withdrawn_on)
    if status is Status.CANCELLED and one.cancelled_on:
        yield "cancelled_on", language.day(one.cancelled_on)
    yield "validity", _period(one.issued, one.expires, language)
    yield "standard", escape(one.standard)
    yield "scope", escape(one.scope)
    yield "address", f"{escape(one.address)} ({language.country(one.country)})"
    if one.sites:
        yield "sites", "<br>".join(map(escape, one.sites))
    yield "accreditation", escape(one.accreditation) or language.say("not_accredited")


def _period(start: date, end: date, language: Language) -> str:
    return language.say("from_until", start="{start}", end="{end}").format(start=language.day(start), end=language.day(end))
