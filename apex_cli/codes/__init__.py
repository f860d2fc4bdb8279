"""Every code that an answer can bear: what it means, and what to do about it."""
