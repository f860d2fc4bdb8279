"""Questions that make a project: asked one at a time, answered as people write."""
