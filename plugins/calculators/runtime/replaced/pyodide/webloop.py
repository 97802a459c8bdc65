"""No answer waits for anything, so there is no loop of events; `asyncio`, which it stands on, is left out with it."""


def _initialize_event_loop():
    pass
