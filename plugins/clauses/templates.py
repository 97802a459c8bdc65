"""The theme's templates as Jinja has compiled them: MkDocs begins anew in every language, and in every build."""

from __future__ import annotations

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from plugins.clauses.kept import Kept, digest


class Templates(BytecodeCache):
    """What one language of a build has compiled, for the others; with `kept`, for the next build, where `common` is the same."""

    def __init__(self, kept: Kept | None, common: bytes) -> None:
        self._kept, self._common = kept, common
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills the bucket of a template; Jinja holds it against the template's text."""
        found = self._compiled.get(bucket.key) or (self._kept and self._kept.get(*self._entry(bucket)))
        if found:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Takes what Jinja has compiled."""
        self._compiled[bucket.key] = code = bucket.bytecode_to_string()
        if self._kept:
            self._kept.put(*self._entry(bucket), code)

    def _entry(self, bucket: Bucket) -> tuple[str, bytes]:
        return f"#template {bucket.key}", digest(self._common, bucket.checksum)
