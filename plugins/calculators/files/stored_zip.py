"""A zip archive whose entries are stored as they are: all that a workbook needs, without the 40 kB of `zipfile`."""

from __future__ import annotations

from binascii import crc32

_DATE = 0x21  # 1 January 1980: the calculators know no clock
_VERSION = 20


def stored_zip(entries: dict[str, bytes]) -> bytes:
    """The archive, by the specification PKWARE APPNOTE 4.3; names are ASCII."""
    files, directory, place = [], [], 0
    for name, content in entries.items():
        path, size = name.encode("ascii"), len(content)
        about = _numbers((_VERSION, 2), (0, 2), (0, 2), (0, 2), (_DATE, 2), (crc32(content), 4), (size, 4), (size, 4), (len(path), 2), (0, 2))
        files += [b"PK\3\4", about, path, content]
        directory += [b"PK\1\2", _numbers((_VERSION, 2)), about, _numbers((0, 2), (0, 2), (0, 2), (0, 4), (place, 4)), path]
        place += 4 + len(about) + len(path) + size
    listed, count = b"".join(directory), len(entries)
    end = _numbers((0, 2), (0, 2), (count, 2), (count, 2), (len(listed), 4), (place, 4), (0, 2))
    return b"".join([*files, listed, b"PK\5\6", end])


def _numbers(*numbers: tuple[int, int]) -> bytes:
    """Each number in so many bytes, the lowest first."""
    return b"".join(number.to_bytes(size, "little") for number, size in numbers)
