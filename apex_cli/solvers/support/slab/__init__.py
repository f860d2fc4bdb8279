"""The slab of a spread footing: its concrete and bars (ACI 318 chapter 13)."""
