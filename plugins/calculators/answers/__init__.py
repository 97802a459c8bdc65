"""One template per calculator: what was asked for, as HTML, one sentence of it, its tables for a spreadsheet, and
what may stand `beside` it on the screen but not on paper."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType


def template(name: str) -> ModuleType:
    """The template of a calculator."""
    return import_module(f".{name}", __name__)
