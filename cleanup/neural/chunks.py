"""Articles as chunks of one to three sentences, the length of text that the model was trained on."""

import regex

SENTENCE_END = regex.compile(r"(?<=[\p{Ll}\p{N}\p{Pe}\p{Pf}\"][.!?][\"”’)]?)\s+(?=[\"“‘(]?\p{Lu})")

LONGEST = 300
"""Characters of a chunk of several sentences; a single sentence may be longer."""


def chunks(text: str, longest: int = LONGEST) -> list[tuple[int, int]]:
    """Return half-open spans of chunks in code points; chunks never cross a line, and blank lines belong to none."""
    found: list[tuple[int, int]] = []
    start = 0
    for line in text.splitlines(keepends=True):
        found += _line_chunks(line.rstrip(), start, longest)
        start += len(line)
    return found


def _line_chunks(line: str, offset: int, longest: int) -> list[tuple[int, int]]:
    """Cut one line, which begins at `offset`, at sentence ends into chunks of at most `longest` characters."""
    begin = len(line) - len(line.lstrip())
    if begin == len(line):
        return []
    ends = [match.span() for match in SENTENCE_END.finditer(line)]
    bounds = [(begin, ends[0][0] if ends else len(line))]
    bounds += [
        (after, ends[number + 1][0] if number + 1 < len(ends) else len(line)) for number, (_, after) in enumerate(ends)
    ]
    joined: list[tuple[int, int]] = []
    for start, end in bounds:
        if joined and end - joined[-1][0] <= longest:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [(offset + start, offset + end) for start, end in joined]
