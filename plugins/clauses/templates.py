"""The theme's templates as Jinja has compiled them: MkDocs begins anew in every language, and in every build."""

from __future__ import annotations

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from plugins.clauses.kept import Kept, packed, unpacked

NAME = "#templates"


class Templates(BytecodeCache):
    """What one language of a build has compiled, for the others; with `kept`, for the next build, where `common` is the same."""

    def __init__(self, kept: Kept | None, common: bytes) -> None:
        self._kept, self._common = kept, common
        found = kept and kept.get(NAME, common)
        self._compiled: dict[str, bytes] = unpacked(found)[0] if found else {}
        self._new = False

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills the bucket of a template; Jinja holds it against the template's text."""
        if found := self._compiled.get(bucket.key):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Takes what Jinja has compiled."""
        self._compiled[bucket.key] = bucket.bytecode_to_string()
        self._new = True

    def keep(self) -> None:
        """At the end of a build: for the next one."""
        if self._kept and self._new:
            self._kept.put(NAME, self._common, packed(self._compiled))
