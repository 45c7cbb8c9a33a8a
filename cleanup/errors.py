"""The errors a user can mend: the command line prints their one line and exits with 2."""

from __future__ import annotations


class UserError(Exception):
    """Says what is wrong, where, and how to mend it, in one line."""
