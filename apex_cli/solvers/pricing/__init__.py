"""From the engineered sign to its price."""
