"""The calculation package: answers, other widths tried, files written, files signed."""
