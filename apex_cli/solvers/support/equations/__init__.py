"""The printed equations, one card each; which of them apply is decided one folder up."""
