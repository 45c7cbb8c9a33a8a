"""What can go wrong with LanguageTool, in one line that names the mend."""

from __future__ import annotations

from cleanup.errors import UserError


class LanguageToolError(UserError):
    """LanguageTool cannot be fetched, started or asked; the message is one line and says what to do."""
