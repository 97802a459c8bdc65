"""The account of one answer: steps that can be redone by hand, findings, and the readings that were used."""

from __future__ import annotations

from .numbers import KINDS, Fraction, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .choices import Readings
    from .figures import Figure
    from .messages import Words


class Log:
    """Collects what an answer says of itself, in the language of `words`."""

    def __init__(self, words: Words, readings: Readings) -> None:
        self.words, self.readings = words, readings
        self.steps: list[dict[str, object]] = []
        self.findings: list[dict[str, object]] = []

    def step(self, key: str, clauses: tuple[str, ...], result: Fraction | int, **values: object) -> Fraction | int:
        """Record one piece of arithmetic, and hand its result on.

        `values` are the numbers it starts from; names of things (a standard, a factor) may stand among them for the
        text, and are left out of the numbers.
        """
        numbers = {name: write(value) for name, value in values.items() if type(value) in KINDS}
        text = self.words.text(key, {**values, "result": result})
        self.steps.append({"clauses": list(clauses), "key": key, "text": text, "values": numbers, "result": write(result)})
        return result

    def finding(self, level: str, key: str, clauses: tuple[str, ...], **values: object) -> None:
        """Record what the documents demand ('shall'), recommend ('should') or note ('note') about this request."""
        self.findings.append({"level": level, "key": key, "text": self.words.text(key, values), "clauses": list(clauses)})

    def name(self, key: str) -> str:
        """What something is called in this language: a factor, a category, a standard."""
        return self.words.text(key)

    def account(self) -> dict[str, object]:
        """The common parts of an answer."""
        return {"steps": self.steps, "findings": self.findings, "choices": dict(sorted(self.readings.used.items()))}


class Silent(Log):
    """Keeps no account: for what is computed again only to be held against something."""

    def step(self, key: str, clauses: tuple[str, ...], result: Fraction | int, **values: object) -> Fraction | int:
        return result

    def finding(self, level: str, key: str, clauses: tuple[str, ...], **values: object) -> None:
        pass


def cited(*figures: Figure | None) -> tuple[str, ...]:
    """The clauses of some figures, each once, in order."""
    return tuple(dict.fromkeys(clause for figure in figures if figure for clause in figure.clauses))
