"""The calculation package: one model of sections and blocks, and a small writer for each format."""
