"""No answer waits for anything, so there is no loop of events; `asyncio`, which it stands on, is left out with it."""

from pyodide_js._api import scheduleCallback  # a memory that is kept has to hold what the runtime's own modules hold


def _initialize_event_loop():
    pass
