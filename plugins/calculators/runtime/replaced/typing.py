"""The names of types that the runtime's own modules mention when they are imported. Nothing asks for the types themselves."""

from _typing import ParamSpec, TypeVar


class Generic:
    """Can be inherited from, with types of its own or without."""

    __slots__ = ()

    def __class_getitem__(cls, types):
        return cls


Any = IO = Literal = Protocol = Self = Generic


def overload(function):
    return function
