"""The part of asyncio that the runtime's event loop stands on. No answer waits for anything, so the rest is left out."""

from .coroutines import *
from .events import *
from .events import _BaseDefaultEventLoopPolicy as DefaultEventLoopPolicy
from .events import _get_running_loop, _set_event_loop_policy, _set_running_loop
from .exceptions import *
from .futures import *
from .tasks import *

set_event_loop_policy = _set_event_loop_policy


def run(main, **options):
    """Left out: the worker has one loop, and it is running."""
    raise ImportError("asyncio.run is left out of the calculators' library")
