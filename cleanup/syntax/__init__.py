"""How an English sentence is built, as far as damaged text shows it: parser, clauses, noun phrases, subjects."""
