"""From wind speed to what reaches the base of the sign."""
