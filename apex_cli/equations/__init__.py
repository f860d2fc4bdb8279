"""Equations as cards, and the trace that calls them and writes them down."""

from apex_cli.equations.card import FREE, Card, card_of, equation, family, taken
from apex_cli.equations.compiled import NAMES, compiled
from apex_cli.equations.trace import SLACK, Bare, Caution, Check, Citations, Step, Trace

__all__ = [
    "FREE",
    "NAMES",
    "SLACK",
    "Bare",
    "Card",
    "Caution",
    "Check",
    "Citations",
    "Step",
    "Trace",
    "card_of",
    "compiled",
    "equation",
    "family",
    "taken",
]
