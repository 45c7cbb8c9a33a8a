"""Measurements: quality against gold edits, speed as ratios within one run."""
