"""The author's loop: the system tells of a saved page at once, where MkDocs' preview looks for it twice a second."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

CHANGES = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]  # to read a page is none
QUIET = 0.05
"""Seconds without a change after which the pages are built."""


class Told(Observer):  # type: ignore[misc, valid-type]  # the class differs from system to system
    """Tells of changes and not of reading, which every build does."""

    def schedule(self, event_handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> ObservedWatch:
        return super().schedule(event_handler, path, recursive=recursive, event_filter=CHANGES)


def watch_pages(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Takes the pages from the server's own observer, which keeps everything else."""
    polling, told = server.observer, Told()
    server.unwatch(config.docs_dir)
    server.observer = told  # type: ignore[assignment]
    server.watch(config.docs_dir)
    server.observer = polling
    server.build_delay = QUIET
    told.start()  # a daemon thread: it ends with the preview
