"""The random part of a sample (CC11 6.1.2.2): a draw that anyone can repeat from its seed.

Each site gets the SHA-256 of `SEED/AUDIT/ID` (UTF-8); the sites with the smallest digests are drawn. So the order of the
list does not matter, another site does not change the digests of the rest, and one command repeats a line of the draw:
`printf '%s' '2026/initial/site-17' | sha256sum`.
"""

from __future__ import annotations


def ranked(ids: list[str], seed: str, audit: str) -> list[tuple[str, str]]:
    """The ids in the order of the draw, each with its digest.

    >>> [name for name, _ in ranked(["a", "b", "c"], "2026", "initial")]
    ['b', 'a', 'c']
    """
    from hashlib import sha256  # only where a list is drawn from

    digests = [(sha256(f"{seed}/{audit}/{name}".encode()).hexdigest(), name) for name in ids]
    return [(name, digest) for digest, name in sorted(digests)]


def derived_seed(ids: list[str]) -> str:
    """The seed where none is given: the first 12 digits of the SHA-256 of the sorted ids, one a line.

    >>> derived_seed(["b", "a"]) == derived_seed(["a", "b"])
    True
    """
    from hashlib import sha256

    return sha256("\n".join(sorted(ids)).encode()).hexdigest()[:12]
