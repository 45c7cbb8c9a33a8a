"""Tags as concrete edits: what the text reads like after one of the model's tags is applied."""

from cleanup.neural.answer import WordTag

CONCRETE = ("delete", "swap", "upper", "lower", "split", "split:,", "split:.", "join")


def applied(text: str, words: list[WordTag], index: int, tag: str, offset: int | None = None) -> str | None:
    """Return the text with a tag applied to `words[index]`, `offset` placing a split; None if it names no repair."""
    word = words[index]
    start, end = word.start, word.end
    own = text[start:end]
    place = start if offset is None else offset
    following = words[index + 1] if index + 1 < len(words) else None
    if tag == "delete":
        # One of the two spaces around a deleted word goes with it.
        return (
            text[:start] + text[end:].lstrip()
            if text[:start] == "" or text[start - 1].isspace()
            else text[:start] + text[end:]
        )
    if tag == "swap" and following is not None:
        return (
            text[:start]
            + text[following.start : following.end]
            + text[end : following.start]
            + own
            + text[following.end :]
        )
    if tag in ("upper", "lower"):
        changed = (own[0].upper() if tag == "upper" else own[0].lower()) + own[1:]
        return text[:start] + changed + text[end:]
    if tag.startswith("split"):
        return text[:place] + tag[6:] + " " + text[place:]
    if tag == "join":
        return text[:start].rstrip() + text[start:]
    if tag.startswith("replace:"):
        right = tag.removeprefix("replace:")
        return text[:start] + (right.capitalize() if own[:1].isupper() else right) + text[end:]
    if tag.startswith("append:"):
        lost = tag.removeprefix("append:")
        space = " " if lost[0].isalpha() and end > 0 else ""
        return text[:end] + space + lost + (" " if end == 0 else "") + text[end:]
    return None
