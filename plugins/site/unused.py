"""The theme's style sheet without the parts for which nothing here can bring an element into a page.

A browser tries most of them on every element: those for content tabs alone were more than half of all it tried.
"""

import re
from collections.abc import Iterable

BROUGHT_BY = {
    "arithmatex": "pymdownx.arithmatex",
    "critic": "pymdownx.critic",
    "footnote": "footnotes",
    "highlight": "pymdownx.highlight",
    "keys": "pymdownx.keys",
    "linenodiv": "pymdownx.highlight",
    "md-search": "search",
    "tabbed-": "pymdownx.tabbed",
    "task-list": "pymdownx.tasklist",
}
"""How the classes of a part begin, and the extension or the plugin that it is for."""
_RULE = re.compile(r"([^{}]+)\{[^{}]*\}")
_COMMA = re.compile(r",(?![^(]*\))")  # between selectors, not within one


def without_unused(css: str, used: Iterable[str]) -> str:
    """The style sheet without the rules whose selectors all need a part that nothing in use brings.

    >>> without_unused("p,.tabbed-set{margin:0}.tabbed-set>a,.keys b{top:0}@media print{.footnote{left:0}}", ["footnotes"])
    'p,.tabbed-set{margin:0}@media print{.footnote{left:0}}'
    """
    parts = [part for part, brought in BROUGHT_BY.items() if brought not in used]
    unused = re.compile(rf"\.({'|'.join(parts) or '(?!)'})")
    return _RULE.sub(lambda rule: "" if all(map(unused.search, _COMMA.split(rule[1]))) else rule[0], css)
