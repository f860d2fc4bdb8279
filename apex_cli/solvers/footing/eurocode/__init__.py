"""Spread footings by EN 1997-1, in SI units: effective area, Annex D, partial factors."""
