"""Days that someone else quoted, held against the rules: which other reading or step would give them (CC105)."""

from __future__ import annotations

from .fields import Number, Record, Report
from .figures import implements
from .log import Log
from .numbers import Fraction, ceiling, half_day, write

KINDS = ("initial", "surveillance_per_year", "recertification")
QUOTED = Record({kind: Number(above=0, maximum=10_000, finest=1000) for kind in KINDS}, key="quoted.field")

_READINGS = (
    {"curve": "band"}, {"curve": "line"}, {"curve_start": "from_lowest"}, {"tie": "down"}, {"tie": "even"},
    {"curve": "band", "tie": "down"}, {"shifts": "average"}, {"shifts": "main"}, {"beyond_table": "last_slope"},
)  # fmt: skip


@implements("CC105:2020/4.4")
def explain(request: dict, result: dict[str, object], log: Log) -> dict[str, object]:
    """For each quoted figure: the days by the rules, the difference, and what would explain it.

    An explanation is a change of one thing in the request (a reading, the factors, the limit, time on site only, a
    share taken of rounded days) that gives exactly the quoted days. None that fits means: ask for the reasons (4.4).
    """
    return {kind: _one(kind, quoted, request, result, log) for kind, quoted in request["quoted"].items() if quoted is not None}


def check_quoted(request: dict, path: str, report: Report) -> None:
    """A check needs at least one quoted figure."""
    if request["quoted"] and not any(request["quoted"].values()) and not report.errors:
        report.add(path, "quoted.nothing", known=", ".join(KINDS))


def _one(kind: str, quoted: Fraction, request: dict, result: dict, log: Log) -> dict[str, object]:
    named = {"audit": log.name(f"cc105.audit.{kind}")}
    computed = result[kind] and Fraction(result[kind]["days"])
    if computed is None:
        return {"quoted": write(quoted), "computed": None, "difference": None, "explanations": []}
    difference = log.step("quoted.difference", ("CC105:2020/4.4",), quoted - computed, quoted=quoted, computed=computed, **named)
    explanations = [] if not difference else _explanations(kind, quoted, request, result, log)
    if difference:
        if explanations:
            log.finding("note", "quoted.explained", ("CC105:2020/4.4",), count=len(explanations), **named)
        else:
            log.finding("should", "quoted.unexplained", ("CC105:2020/4.3", "CC105:2020/4.4"), difference=difference, **named)
    return {"quoted": write(quoted), "computed": write(computed), "difference": write(difference), "explanations": explanations}


def _explanations(kind: str, quoted: Fraction, request: dict, result: dict, log: Log) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for key, clauses, days in _variants(kind, request, result, log):
        if days == quoted:
            text = log.words.text(f"quoted.because.{key[0]}", key[1])
            if text not in [one["text"] for one in found]:
                found.append({"key": f"quoted.because.{key[0]}", "text": text, "clauses": list(clauses)})
    return found


def _variants(kind: str, request: dict, result: dict, log: Log) -> list[tuple[tuple[str, dict], tuple[str, ...], Fraction]]:
    """Other ways to a number of days, each with what it changes and where the documents speak of it."""
    edition = result["edition"]
    variants = []
    for readings in _READINGS:
        name = "; ".join(f"{log.words.text(f'choices.{choice}')} – {log.words.text(f'choices.{choice}={value}')}" for choice, value in readings.items())
        days = _again(kind, {**request, "choices": {**request["choices"], **readings}}, log)
        variants.append((("reading", {"reading": name}), (f"{edition}/3.1",), days))
    without = _again(kind, {**request, "factors": []}, log)
    variants.append((("no_factors", {}), (f"{edition}/8" if edition == "CC105:2020" else f"{edition}/8.1",), without))
    for item in request["factors"] or ():
        rest = [other for other in request["factors"] if other is not item]
        days = _again(kind, {**request, "factors": rest}, log)
        variants.append((("without_factor", {"factor": item["factor"]}), (f"{edition}/3.7",), days))
    own = result[kind]
    on_site = Fraction(own["on_site_minimum"])
    variants.append((("on_site", {}), (f"{edition}/4.1",), half_day(on_site, "up")))
    initial = Fraction(result["initial"]["days"])
    for share in {"surveillance_per_year": ("1/3", "0.33", "0.3"), "recertification": ("2/3", "0.67", "0.66")}.get(kind, ()):
        clause = f"{edition}/2.2.3" if edition == "CC105:2020" else f"{edition}/2.2"
        variants.append((("rounded_first", {"share": share}), (clause,), half_day(initial * Fraction(share), "up")))
    exact = Fraction(own["exact"])
    variants.append((("whole_days", {}), ("CC105:2020/2.2.3",), Fraction(ceiling(exact))))
    variants.append((("unrounded", {}), ("CC105:2020/2.2.3",), exact))
    return [variant for variant in variants if variant[2] is not None]


def _again(kind: str, request: dict, log: Log) -> Fraction | None:
    """The days of one kind of audit when something in the request is other than it was."""
    from .cc105 import answer
    from .choices import Readings

    result = answer({**request, "quoted": None}, Log(log.words, Readings(request["choices"])))
    return result[kind] and Fraction(result[kind]["days"])
