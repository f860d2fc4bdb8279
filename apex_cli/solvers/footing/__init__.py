"""From the load at grade to the foundation that carries it."""
