"""STATION 3: what follows; pure functions of project and packs."""
