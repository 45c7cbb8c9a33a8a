"""The kinds of damage, one module a family; a kind is a function of marks and dice that edits the marks."""
