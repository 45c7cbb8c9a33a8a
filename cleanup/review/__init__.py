"""The room review; see docs/architecture.md."""
