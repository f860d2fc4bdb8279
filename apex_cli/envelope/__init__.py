"""STATION 4: what we sign."""
