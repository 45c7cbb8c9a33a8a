"""Rewriting by a model of the user's choice: asking it, and taking its answer apart into edits under guard."""
