"""The service worker of a finished site, with the version and the file names of the build before its text."""

import hashlib
import json
from pathlib import Path

from .policy import HASHED

SOURCE = Path(__file__).parent / "service_worker" / "service-worker.js"
NAME = SOURCE.name
_NOT_KEPT = (".map", "python_stdlib.zip")  # for those who develop; for when the small library lacks something


def service_worker(site: Path) -> str:
    """Its text: anything that changes in the site changes the version."""
    digest = hashlib.sha256()
    files = []
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        if not name.startswith(HASHED):  # the others have their content in their names
            digest.update(name.encode() + b"\0" + path.read_bytes())
        elif not name.endswith(_NOT_KEPT):
            files.append(name)
    digest.update(repr(files).encode() + SOURCE.read_bytes())
    build = {"version": digest.hexdigest()[:12], "files": files, "folders": [f"{folder}/" for folder in HASHED]}
    return f"const BUILD = {json.dumps(build, indent=0)};\n{SOURCE.read_text(encoding='utf-8')}"
