"""The room reports; see docs/architecture.md."""
