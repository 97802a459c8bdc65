"""Stands for a module that is imported at the runtime's start and never used.

Its names can be imported, even inherited from; calling one is an error, on which the page takes the whole library.
"""

__all__ = ()


class Unused(type):
    """The class of such a name."""

    def __call__(cls, *values, **named):
        if "left_out" in cls.__dict__:
            raise ImportError(f"{cls.left_out} is left out of the calculators' library")
        return super().__call__(*values, **named)


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return Unused(name, (), {"left_out": f"{__name__}.{name}"})
