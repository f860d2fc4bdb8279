"""STATION 5: what the reader sees."""
