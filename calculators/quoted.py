"""Days that someone else quoted, held against the rules: which other reading or step would give them (CC105)."""

from __future__ import annotations

from .choices import Readings
from .fields import Number, Record, Report
from .figures import implements
from .log import Log, Silent
from .numbers import Fraction, HalfDays, ceiling, half_day, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KINDS = ("initial", "surveillance_per_year", "recertification")
QUOTED = Record({kind: Number(above=0, maximum=10_000, finest=1000) for kind in KINDS}, key="quoted.field")

_READINGS = (
    {"curve": "band"}, {"curve": "line"}, {"curve_start": "from_lowest"}, {"tie": "down"}, {"tie": "even"},
    {"curve": "band", "tie": "down"}, {"shifts": "average"}, {"shifts": "main"}, {"beyond_table": "last_slope"},
)  # fmt: skip
SHOWN = 4  # places that the sentence of an explanation names
SHARES = {"surveillance_per_year": ("1/3", "0.33", "0.3"), "recertification": ("2/3", "0.67", "0.66")}  # as some write them

ROUNDING = {"CC105:2020": "2.2.3", "NARMD5:2009": "2.2"}  # where each edition speaks of days
FACTORS = {"CC105:2020": "8", "NARMD5:2009": "8.1"}


@implements("CC105:2020/4.4")
def explain(request: dict, result: dict[str, object], log: Log) -> dict[str, object]:
    """For each quoted figure: the days by the rules, the difference, and what would explain it.

    An explanation is a change of one thing in the request (a reading, the factors, the limit, time on site only, a
    share taken of rounded days) that gives exactly the quoted days. None that fits means: ask for the reasons (4.4).
    """
    others: list[tuple] = []  # made when the first figure differs, for all of them
    return {kind: _one(kind, quoted, request, result, others, log) for kind, quoted in request["quoted"].items() if quoted is not None}


def check_quoted(request: dict, path: str, report: Report) -> None:
    """A check needs at least one quoted figure."""
    if request["quoted"] and not any(request["quoted"].values()) and not report.errors:
        report.add(path, "quoted.nothing", known=report.titled({kind: report.words.find(f"quoted.field.{kind}") for kind in KINDS}))


def _one(kind: str, quoted: Fraction, request: dict, result: dict, others: list[tuple], log: Log) -> dict[str, object]:
    computed = result[kind] and Fraction(result[kind]["days"])
    return held_against(log.name(f"cc105.audit.{kind}"), quoted, computed, _ways(kind, request, result, others, log), log)


def held_against(title: str, quoted: Fraction, computed: Fraction | None, ways: Iterable[tuple], log: Log) -> dict[str, object]:
    """A quoted figure beside the computed one: their difference, and which of the `ways` to a number explain it.

    A way is the last part of its message id with the values of the sentence, its clauses, the days that it gives, and
    the places at which it differs, if there are several.
    """
    if computed is None:
        return {"quoted": write(quoted), "computed": None, "difference": None, "explanations": []}
    clauses, computed = ("CC105:2020/4.4",), HalfDays(computed)
    difference = log.step("quoted.difference", clauses, quoted - computed, quoted=quoted, computed=computed, audit=title)
    found: dict[str, dict[str, object]] = {}
    for (key, values), way_clauses, days, places in ways if difference else ():
        if days == quoted:
            because = log.words.text(f"quoted.because.{key}", values)
            text = log.words.text("quoted.where", {"because": because, "places": _where(places, log)}) if places else because
            told = {"key": f"quoted.because.{key}", "text": text, "clauses": list(way_clauses)}
            found.setdefault(because, {**told, "places": places} if places else told)
    if found:
        log.finding("note", "quoted.explained", clauses, count=len(found), audit=title)
    elif difference:
        log.finding("should", "quoted.unexplained", ("CC105:2020/4.3", *clauses), difference=difference, audit=title)
    return {"quoted": write(quoted), "computed": write(computed), "difference": write(difference), "explanations": list(found.values())}


def _where(places: list[dict], log: Log) -> str:
    """The first places at which a way differs, and how many more there are."""
    named = [
        log.words.text("quoted.moved", {
            "visit": log.name(f"programme.visit.{one['visit']}"), "id": one["id"],
            **{name: "–" if one[name] is None else Fraction(one[name]) for name in ("computed", "days")},
        })
        for one in places[:SHOWN]
    ]  # fmt: skip
    more = [f"… +{len(places) - SHOWN}"] if len(places) > SHOWN else []
    return "; ".join((*named, *more))


def reading_name(readings: dict[str, object], log: Log) -> str:
    """Readings as a person names them: 'the table's curve – band; …'."""
    return "; ".join(f"{log.name(f'choices.{choice}')} – {_value(choice, value, log)}" for choice, value in readings.items())


def _value(choice: str, value: object, log: Log) -> str:
    written = str(value).lower()  # as a request writes it: true, line
    return log.words.find(f"choices.{choice}={written}") or log.words.show(value)


def _ways(kind: str, request: dict, result: dict, others: list[tuple], log: Log) -> Iterator[tuple]:
    """Other ways to a number of days, each with what it changes and where the documents speak of it."""
    edition, tie = result["edition"], log.readings["tie"]
    if not others:
        others.extend(_others(request, edition, log))
    for named, clauses, other in others:
        yield named, clauses, other[kind] and Fraction(other[kind]["days"]), ()
    own, rounding = result[kind], (f"{edition}/{ROUNDING[edition]}",)
    exact = Fraction(own["exact"])
    yield ("on_site", {}), (f"{edition}/4.1",), half_day(Fraction(own["on_site_minimum"]), tie), ()
    for share in SHARES.get(kind, ()):
        yield ("rounded_first", {"share": share}), rounding, half_day(Fraction(result["initial"]["days"]) * Fraction(share), tie), ()
    yield ("whole_days", {}), rounding, Fraction(ceiling(exact)), ()
    yield ("unrounded", {}), rounding, exact, ()


def _others(request: dict, edition: str, log: Log) -> Iterator[tuple]:
    """The whole answer when one thing in the request is other than it was: another reading, a factor left out."""
    for readings in _READINGS:
        changed = {**request, "choices": {**request["choices"], **readings}}
        yield ("reading", {"reading": reading_name(readings, log)}), (f"{edition}/3.1",), _again(changed, log)
    yield ("no_factors", {}), (f"{edition}/{FACTORS[edition]}",), _again({**request, "factors": []}, log)
    for item in request["factors"] or ():
        rest = [other for other in request["factors"] if other is not item]
        named = {"factor": log.name(f"factors.{item['factor']}")}
        yield ("without_factor", named), (f"{edition}/3.7",), _again({**request, "factors": rest}, log)


def _again(request: dict, log: Log) -> dict[str, object]:
    from .cc105 import answer

    return answer({**request, "quoted": None}, Silent(log.words, Readings(request["choices"])))
