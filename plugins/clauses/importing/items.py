"""Which list an item belongs to, where the source shows its mark and not its depth."""

from __future__ import annotations

from plugins.clauses.numbering import marker


WRITTEN = {"一": "1", "①": "1", "aa": "a"}  # the styles that pages write otherwise: what they stand in tells them apart


class Items:
    """The lists that are open, from the outside in: style, value of the last item, whether its words lead in."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int, bool]] = []
        self._used: set[tuple[str, ...]] = set()

    def end(self) -> None:
        """Closes all lists."""
        self._open.clear()

    def expects(self, style: str, value: int) -> bool:
        """Whether an open list goes on with this item."""
        return any(own == style and last + 1 == value for own, last, _ in self._open)

    def fits(self, style: str, value: int) -> bool:
        """Whether an item goes on with an open list or begins one."""
        return value == 1 or self.expects(style, value)

    def place(self, style: str, value: int, clause: str, text: str) -> tuple[int, str] | None:
        """The depth of an item and its mark in Markdown; None when it does not fit where it stands."""
        leads = text.endswith((":", "："))
        depth = next((at for at, (own, last, _) in reversed([*enumerate(self._open)]) if own == style and (style == "-" or last + 1 == value)), None)
        if depth is None:
            if self._open and (any(own == style for own, *_ in self._open) and value > 1 or style != "-" and value > 1):
                return None
            depth = len(self._open) if self._open and (self._open[-1][2] or value == 1 and self._inner(style)) else 0
        path = (clause, *(f"{shown(own)}{last}" for own, last, _ in self._open[:depth]), f"{shown(style)}{value}")
        if style != "-" and path in self._used:
            return None
        self._used.add(path)
        self._open[depth:] = [(style, value, leads)]
        return depth, "-" if style == "-" else f"{marker(shown(style), value)})"

    def place_within(self, letters: str, clause: str, text: str) -> tuple[int, str] | None:
        """The same for ba), which names the item that it stands within."""
        outer, value = (ord(letter) - 96 for letter in letters)
        depth = next((at + 1 for at, (own, last, _) in reversed([*enumerate(self._open)]) if (own, last) == ("a", outer)), None)
        if depth is None:
            return None
        before = next((last for own, last, _ in self._open[depth : depth + 1] if own == "aa"), 0)
        if value != before + 1:
            return None
        del self._open[depth + bool(before) :]
        return self.place("aa", value, clause, text)

    def _inner(self, style: str) -> bool:
        """Whether a new list of this style stands within the open one: letters within numbers, dots within either, 1 within 一."""
        within = {"-": "1a一①", "a": "1a一", "aa": "a", "i": "1a一", "1": "一", "①": "1a一"}
        return self._open[-1][0] != style and self._open[-1][0] in within.get(style, "")


def shown(style: str) -> str:
    """The style that the pages write for it."""
    return WRITTEN.get(style, style)
