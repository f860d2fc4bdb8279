"""Bills of material: what signs are built of, taken off their answers."""
