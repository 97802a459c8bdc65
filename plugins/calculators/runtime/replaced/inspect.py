"""What the runtime's event loop asks of `inspect`. Nothing here needs the signature of a function, so there is none."""

from collections.abc import Awaitable
from types import FunctionType, GeneratorType

_COROUTINE = 128  # CO_COROUTINE


class Parameter:
    """Its name alone is asked for."""


Signature = Parameter


def signature(function):
    """As of a function that has none."""
    raise ValueError("signatures are left out of the calculators' library")


def isfunction(value):
    return isinstance(value, FunctionType)


def isgenerator(value):
    return isinstance(value, GeneratorType)


def isawaitable(value):
    return isinstance(value, Awaitable)


def iscoroutinefunction(value):
    return bool(getattr(getattr(value, "__code__", None), "co_flags", 0) & _COROUTINE)


def unwrap(function):
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    return function
