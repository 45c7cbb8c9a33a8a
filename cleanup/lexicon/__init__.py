"""Words, names, frequencies: one place for look-ups."""
