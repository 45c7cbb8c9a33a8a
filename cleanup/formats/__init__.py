"""The room formats; see docs/architecture.md."""
