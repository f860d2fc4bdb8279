"""Signs at buildings: one file for each way in which they are mounted."""
