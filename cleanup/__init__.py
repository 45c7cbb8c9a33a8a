"""Repair machine-translated articles: fused words, foreign names, carried-over grammar."""

__version__ = "0.1.0"
