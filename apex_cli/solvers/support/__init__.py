"""The steel that carries a sign, from grade up."""
