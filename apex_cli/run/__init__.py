"""Joins the stations: a table of calculations, their chain, one answer with its margin."""
