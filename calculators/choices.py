"""What the documents leave open: each reading has a name, and an answer says which one it used.

The default comes first. A body settles them once, in its policy; a request may ask for another reading.
"""

from __future__ import annotations

from .fields import Choice, Field, Flag, Number, Record
from .numbers import Fraction, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .fields import Invalid, Report


class _TrueOrFalse(Flag):
    """A flag that may also be written as the words 'true' and 'false'."""

    def read(self, value: object, path: str, report: Report) -> bool | Invalid:
        return super().read({"true": True, "false": False}.get(value, value) if isinstance(value, str) else value, path, report)


CHOICES: dict[str, Field] = {
    "curve": Choice("line", "band", default="line"),
    "curve_start": Choice("flat", "from_lowest", default="flat"),
    "tie": Choice("up", "even", "down", default="up"),
    "round": Choice("end", "per_standard", default="end"),
    "matrix_edge": Choice("upper", "lower", default="upper"),
    "site_limit": Choice("added", "compounded", default="added"),
    "integrated_in_site_limit": _TrueOrFalse(default=False),
    "over_limit": Choice("cut", "refuse", default="cut"),
    "minimum_day": Choice("per_audit", "per_standard", default="per_audit"),
    "shifts": Choice("all", "average", "main", default="all"),
    "beyond_table": Choice("refuse", "last_slope", default="refuse"),
    "recertification_factor": Choice("if_effective", "always", default="if_effective"),
    "stage1_share": Number(above=0, maximum=1, finest=1000, default="1/3"),
    "preset": Choice("none", "example_large_body", "example_ten_percent", default="none"),
}


def choices_field() -> Record:
    """The `choices` of a request, the same for every calculator."""
    return Record(CHOICES, key="choices", default={})


class Readings:
    """The readings that hold for one request, and which of them were asked for while it was answered."""

    def __init__(self, chosen: dict[str, object]) -> None:
        self._chosen = chosen
        self.used: dict[str, object] = {}

    def __getitem__(self, key: str) -> object:
        value = self._chosen[key]
        self.used[key] = write(value) if isinstance(value, Fraction) else value
        return value
