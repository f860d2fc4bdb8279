"""Quantities written as text: the units that are accepted, and which unit a field has."""
