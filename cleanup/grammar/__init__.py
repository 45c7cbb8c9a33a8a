"""LanguageTool: fetching it, running its server, asking it, and deciding what of its advice to pass on.

`provision` puts it on the machine, `server` runs it, `client` asks it, `policy` chooses, `grammar_pass` makes edits.
Nothing is imported here, so a run that does without LanguageTool pays for none of it.
"""
