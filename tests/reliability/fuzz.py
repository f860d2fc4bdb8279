"""The fuzzing, as a run of its own."""

from tests.fuzz.campaign import fuzz

__all__ = ["fuzz"]
