"""One template per calculator: what was asked for, as HTML, one sentence of it, and its tables for a spreadsheet."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType


def template(name: str) -> ModuleType:
    """The template of a calculator."""
    from . import calendar, cc11, cc105, cc106, eligibility, programme

    return {"cc105": cc105, "cc106": cc106, "cc11": cc11, "programme": programme, "calendar": calendar, "eligibility": eligibility}[name]
