"""How strongly a text binds: the words of each language for shall, should, may, for should not and for every other denial.

>>> sorted(forces("en", "The body shall record it and may publish it."))
['may', 'shall']
>>> sorted(forces("hu", "A testület köteles feljegyezni, és nyilvánosságra hozhatja."))
['may', 'shall']
>>> sorted(forces("zh", "认可机构对应当记录的事项宜作说明。"))
['should']
>>> sorted(forces("ru", "Не следует сокращать, не допускается исключать."))
['avoid', 'not']
"""

from __future__ import annotations

from functools import lru_cache

from plugins.clauses.wording import wording


@lru_cache(maxsize=65536)
def forces(language: str, text: str) -> frozenset[str]:
    """Which of shall, should, may, avoid and not are said in `text`."""
    known = wording(language)
    if known is None:
        return frozenset()
    return frozenset(match.lastgroup or "" for match in known.force.finditer(text)) - {"none"}
