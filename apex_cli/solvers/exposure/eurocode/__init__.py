"""Wind on signs by EN 1991-1-4: what differs from the American way, in SI units to the force."""
