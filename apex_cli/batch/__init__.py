"""Many projects, one envelope a line; one project over ranges."""
