"""CNAS-CC106:2023 (IAF MD 11:2023): audits of integrated management systems."""

from ..figures import stating

EDITION = "CC106:2023"
IN_FORCE = ("2023-10-31", None)
CHARACTERISTICS = 7  # items of the list in A-h1; the annex gives them no weights

_figure = stating(EDITION)

REDUCTION_LIMIT = _figure(20, "2.1.2")  # percent of the starting point
CELL = _figure(20, "fig-A.1")  # width of a row or column of the figure, in percent
STEP = _figure(5, "fig-A.1")  # percent of reduction per row and column

CLAUSES = {
    "start_point": ("2.1.1-i", "2.1.1-ii"),
    "adjusted": ("2.1.1-iii", "2.1.2"),
    "increase": ("2.1.1-iii-1",),
    "inform": ("2.1.1-iv",),
    "record": ("2.1.3",),
    "integration": ("A-h1",),
    "ability": ("A-h2",),
    "competence": ("2.1-ii", "2.1-iii"),
    "leader": ("2.1-iv",),
    "confirm": ("3.2", "4"),
}
