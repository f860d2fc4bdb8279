"""STATION 2: what codes and shop say."""
