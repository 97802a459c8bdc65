"""What every layer of tests shares: one quick, repeatable profile for generated cases."""

from hypothesis import settings

settings.register_profile("repeatable", max_examples=100, deadline=None, derandomize=True)
settings.load_profile("repeatable")
