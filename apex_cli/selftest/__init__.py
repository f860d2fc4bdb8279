"""The published cases that ship with the program, and what the program makes of them."""
