"""Drawings to scale, as SVG: from an envelope's result and inputs, nothing else."""
