"""The foot of a pole on a plate: weld, plate, anchor rods and what holds them in the pier."""
