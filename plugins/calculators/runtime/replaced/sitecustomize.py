"""Run at Python's start: a module is read from the library once. `zipimport` would read and decode it twice, only to tell its path."""

from zipimport import zipimporter


def get_filename(self, fullname):
    """The path of a module's byte code; the library holds nothing else."""
    name = fullname.rpartition(".")[2] + ("/__init__" if self.is_package(fullname) else "")
    return f"{self.archive}/{self.prefix}{name}.pyc"


zipimporter.get_filename = get_filename
