"""A term base of three concepts, for tests that need to know all of it."""

from __future__ import annotations

from plugins.terms.concept import Concept
from plugins.terms.term_base import read

TEXT = """\
audit:
  definition: {zh: 审核的定义, en: what an audit is, ru: что такое аудит, hu: mi az audit}
  zh: {preferred: 审核}
  en: {preferred: audit}
  ru: {preferred: аудит}
  hu: {preferred: audit}
audit-time:
  clause: X1:1/1.2
  definition: {zh: 所需的时间, en: 'the time <needed>', ru: нужное время, hu: a szükséges idő}
  zh: {preferred: 审核时间, admitted: [审核用时]}
  en: {preferred: audit time, admitted: [AT], forbidden: [audit hours, man-days]}
  ru: {preferred: время аудита}
  hu: {preferred: auditidő}
site:
  definition: {zh: 地点, en: a place, ru: место, hu: hely}
  zh: {preferred: 场所}
  en: {preferred: site}
  ru: {preferred: площадка}
  hu: {preferred: telephely}
"""


def concepts() -> list[Concept]:
    """The three."""
    return read(TEXT)
