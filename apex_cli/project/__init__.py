"""STATION 1: what the user wrote."""
