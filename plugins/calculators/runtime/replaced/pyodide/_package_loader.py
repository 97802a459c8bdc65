"""The two folders that the runtime's start asks for. Packages are never loaded, so the loader itself is left out."""

from site import getsitepackages

from pyodide_js import loadedPackages  # a memory that is kept has to hold what the runtime's own modules hold


class Folder:
    """A path with the one thing that is asked of it."""

    def __init__(self, path):
        self.path = path

    def __str__(self):
        return self.path


SITE_PACKAGES = Folder(getsitepackages()[0])
DSO_DIR = Folder("/usr/lib")


def init_loaded_packages():
    """Nothing: no package was loaded."""
