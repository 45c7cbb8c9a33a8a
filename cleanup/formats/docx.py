"""Word files: changes become tracked changes with their reason as a comment, suggestions comments with the proposal.

The article is what a reader sees with all tracked changes accepted: body with tables, then notes, headers and footers.
Only runs that hold a change are rebuilt, and only the parts that hold one are written anew.
"""

from __future__ import annotations

import os
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from io import BytesIO
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from lxml import etree

from cleanup.article import Span
from cleanup.edits import Change
from cleanup.formats.base import BREAK, FormatError, Segment
from cleanup.formats.running import OBJECT, Container, Edited, Place, Running

AUTHOR = "cleanup"
MOST_BYTES = 200 * 1024 * 1024  # of all parts, unpacked
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_WORD = re.compile(r"\w+")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def _w(name: str) -> str:
    return f"{{{_MAIN}}}{name}"


_SKIPPED = frozenset({_w("del"), _w("moveFrom"), _w("drawing"), _w("pict"), _w("object"), _COMPATIBILITY})
_KEPT_AS_IT_IS = frozenset({_w("ins"), _w("moveTo"), _w("fldSimple")})
_BREAKS = frozenset({_w("br"), _w("cr"), _w("tab"), _w("ptab")})
_OBJECTS = frozenset({_w("drawing"), _w("pict"), _w("object"), _w("sym"), _COMPATIBILITY})


class _Source(NamedTuple):
    """Where a code point comes from: the part, the run, and its child."""

    part: str
    run: etree._Element
    node: etree._Element


@dataclass(frozen=True)
class _Read:
    """What was read from a package: its parts, the text, and where each code point comes from (None: from none)."""

    parts: dict[str, etree._Element]
    sources: tuple[_Source | None, ...]
    running: Running
    main: str


@dataclass(frozen=True)
class DocxDocument:
    """A Word file; its one segment is what a reader reads."""

    path: Path
    data: bytes

    @cached_property
    def _read(self) -> _Read:
        return _Reader(self.path, self.data).read()

    @property
    def text(self) -> str:
        """What a reader reads: offsets count in it."""
        return self._read.running.text

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The article."""
        return (Segment(self.text, 0, self._read.running.protected),)

    def encode(self, changes: Sequence[Sequence[Change]]) -> bytes:
        """The bytes of the file with these changes tracked."""
        return self.encode_for_review(changes, [()])

    def encode_for_review(self, changes: Sequence[Sequence[Change]], suggestions: Sequence[Sequence[Change]]) -> bytes:
        """The bytes of the file with changes tracked, and suggestions in comments."""
        if not changes[0] and not suggestions[0]:
            return self.data
        read = _Reader(self.path, self.data).read()  # a fresh copy, which may be changed
        return _Writer(self.data, read).write(changes[0], suggestions[0])


def decode(path: Path, data: bytes) -> DocxDocument:
    """The document in the bytes of a Word file.

    Raises FormatError for what is no Word file, is encrypted or broken, or unpacks to more than 200 MB.
    """
    document = DocxDocument(path, data)
    _ = document.text  # read, so that it is known to be one
    return document


class _Reader:
    """Reads the text of a package."""

    def __init__(self, path: Path, data: bytes) -> None:
        self._path = path
        self._data = data
        self._text: list[str] = []
        self._places: list[Place] = []
        self._sources: list[_Source | None] = []
        self._protected: list[Span] = []
        self._break_due = False
        self._at = 0
        self._in_field = 0

    def read(self) -> _Read:
        """The text and where it comes from. Raises FormatError."""
        try:
            with zipfile.ZipFile(BytesIO(self._data)) as package:
                if sum(info.file_size for info in package.infolist()) > MOST_BYTES:
                    raise FormatError(f"{self._path}: unpacks to more than 200 MB; give the text without its images")
                main, parts = self._parts(package)
        except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
            raise FormatError(
                f"{self._path}: not a Word file: {str(error).strip(chr(39))}; save it as .docx, without a password"
            ) from None
        except etree.XMLSyntaxError as error:
            raise FormatError(f"{self._path}: broken XML: {error.msg}; open it in Word and save it again") from None
        for name, root in parts.items():
            for paragraph in root.iter(_w("p")):
                if not _is_inside(paragraph, _OBJECTS):
                    self._break_due = bool(self._text)
                    self._in_field = 0
                    self._children(name, paragraph, None)
        inserts = (*(place.start for place in self._places), self._at)
        running = Running("".join(self._text), tuple(self._places), inserts, tuple(self._protected), self._links())
        return _Read(parts, tuple(self._sources), running, main)

    def _links(self) -> tuple[Container, ...]:
        """The links, as what changes are to leave text in."""
        made: list[Container] = []
        for link, same in groupby(range(len(self._sources)), key=lambda index: _link(self._sources[index])):
            if link is not None:
                indices = [*same]
                first, last = self._places[indices[0]].start, self._places[indices[-1]].end
                made.append(Container(indices[0], indices[-1] + 1, Place(first, first), Place(last, last), weight=1))
        return tuple(made)

    def _parts(self, package: zipfile.ZipFile) -> tuple[str, dict[str, etree._Element]]:
        """The name of the main part, and the parts that hold text, by name."""
        relations = _parse(package.read("_rels/.rels"))
        main = next((t for kind, t in _targets(relations, "") if kind.endswith("/officeDocument")), None)
        if main is None:
            raise KeyError("no document in it")
        names = [main]
        folder = str(PurePosixPath(main).parent)
        beside = _relations_of(main)
        if beside in package.namelist():
            targets = list(_targets(_parse(package.read(beside)), folder))
            for wanted in ("/footnotes", "/endnotes", "/header", "/footer"):
                names += sorted(target for kind, target in targets if kind.endswith(wanted))
        return main, {name: _parse(package.read(name)) for name in dict.fromkeys(names)}

    def _children(self, part: str, element: etree._Element, kind: str | None) -> None:
        for child in element:
            if child.tag == _w("r"):
                self._run(part, child, kind)
            elif child.tag not in _SKIPPED and child.tag != _w("p"):
                self._children(part, child, "tracked" if child.tag in _KEPT_AS_IT_IS else kind)

    def _run(self, part: str, run: etree._Element, kind: str | None) -> None:
        for child in run:
            if child.tag == _w("fldChar"):
                self._in_field += {"begin": 1, "end": -1}.get(str(child.get(_w("fldCharType"))), 0)
            shown = kind or ("field" if self._in_field > 0 else None)
            if child.tag == _w("t"):
                self._at += 1  # the end of a text is a border that a change may cross
                for character in child.text or "":
                    self._add(character, _Source(part, run, child), shown)
            elif child.tag in _BREAKS:
                mark = "\n" if child.tag in (_w("br"), _w("cr")) else "\t"
                self._add(mark, _Source(part, run, child), "markup")
            elif child.tag == _w("noBreakHyphen"):
                self._add("\u2011", _Source(part, run, child), "markup")
            elif child.tag in _OBJECTS:
                self._add(OBJECT, _Source(part, run, child), "markup")

    def _add(self, character: str, source: _Source, kind: str | None) -> None:
        if self._break_due:
            self._text += BREAK
            self._places += [Place(self._at, self._at)] * len(BREAK)
            self._sources += [None] * len(BREAK)
            self._break_due = False
        if kind:
            self._protected.append(Span(len(self._text), len(self._text) + 1, kind))
        self._text.append(character)
        self._places.append(Place(self._at, self._at + 1))
        self._sources.append(source)
        self._at += 1


class _Writer:
    """Writes a package with changes tracked."""

    def __init__(self, data: bytes, read: _Read) -> None:
        self._data = data
        self._read = read
        self._date = _now()
        self._comments: list[tuple[int, str]] = []
        self._number = 1 + max((n for root in read.parts.values() for n in _numbers(root)), default=0)
        self._before: dict[int, list[etree._Element]] = defaultdict(list)
        self._after: dict[int, list[etree._Element]] = defaultdict(list)

    def write(self, changes: Sequence[Change], suggestions: Sequence[Change]) -> bytes:
        """The package with these tracked, and those in comments."""
        self._edited = Edited(self._read.running, changes)
        with zipfile.ZipFile(BytesIO(self._data)) as package:
            self._place_marks(package, changes, suggestions)
            touched = {*self._edited.put, *self._before, *self._after}
            runs = {id(s.run): s for s in (self._read.sources[i] for i in touched) if s is not None}
            indices: dict[int, list[int]] = defaultdict(list)
            for index, source in enumerate(self._read.sources):
                if source is not None and id(source.run) in runs:
                    indices[id(source.run)].append(index)
            for key, source in runs.items():
                self._rebuild(source.run, indices[key])
            written = {part: _bytes(self._read.parts[part]) for part in {source.part for source in runs.values()}}
            if self._comments:
                written |= self._with_comments(package)
            return _repack(package, written)

    def _place_marks(self, package: zipfile.ZipFile, changes: Sequence[Change], suggestions: Sequence[Change]) -> None:
        """Put the insertions and the ends of comments where they belong: behind a code point, or before the first."""
        first = self._next_comment(package)
        noted = sorted([*((c, True) for c in changes), *((c, False) for c in suggestions)], key=lambda n: n[0].start)
        self._place_replacements()
        new = dict(self._edited.new)
        self._place_within_links(changes)
        for number, (change, applied) in enumerate(noted, first):
            # Word knows comments in the body alone.
            source = self._source_near(change.start)
            has_comment = source is not None and source.part == self._read.main
            if has_comment:
                self._comments.append((number, _reason(change, applied=applied)))
                self._at(change.start, change.start < change.end).append(_mark("commentRangeStart", number))
            text = new.pop(change.end, "") if applied else ""
            if change.start < change.end and applied and change.start in new:
                self._at(change.start, True).append(self._inserted(new.pop(change.start), change.start, change))
            if text:
                self._at(change.end, False).append(self._inserted(text, change.end, change))
            if has_comment:
                self._at(change.end, False).extend([_mark("commentRangeEnd", number), _reference(number)])
        for index, text in new.items():
            self._at(index, False).append(self._inserted(text, index))

    def _place_within_links(self, changes: Sequence[Change]) -> None:
        """Put in what belongs into a link at whose border it stands."""
        for (index, place), text in self._edited.inner.items():
            places, change = self._read.running.places, next(c for c in changes if c.start <= index <= c.end)
            is_first = index < len(places) and places[index].start == place
            made = self._inserted(text, index, change)
            (self._before[index] if is_first else self._after[index - 1]).append(made)

    def _place_replacements(self) -> None:
        """Put what stands for deleted text behind it."""
        put, sources = self._edited.put, self._read.sources
        for index in [index for index, text in put.items() if text]:
            source, last = sources[index], index
            while put.get(last + 1) == "" and (beside := sources[last + 1]) and source and beside.node is source.node:
                last += 1
            self._after[last].append(self._inserted(put[index], index + 1))

    def _source_near(self, index: int) -> _Source | None:
        """Where the code point there comes from, or, at a paragraph's end, the one before it."""
        sources = self._read.sources
        found = sources[index] if index < len(sources) else None
        return found or (sources[index - 1] if index else None)

    def _source_moved(self, text: str, change: Change) -> _Source | None:
        """Where new words come from, where they are words that the change takes out elsewhere."""
        put = self._edited.put
        removed = {
            match.group(): change.start + match.start()
            for match in _WORD.finditer(change.original)
            if change.start + match.start() in put
        }
        words = _WORD.findall(text)
        return self._read.sources[removed[words[0]]] if words and removed.keys() >= {*words} else None

    def _at(self, index: int, forward: bool) -> list[etree._Element]:
        """What stands at that place: `forward` before the code point there, else behind the one before it.

        At the border of a link, what stands outside of it.
        """
        sources = self._read.sources
        before = sources[index - 1] if index else None
        behind = sources[index] if index < len(sources) else None
        if before and behind and _link(before) is not _link(behind):
            forward = _link(behind) is None
        return self._before[index] if behind and (forward or not before) else self._after[index - 1]

    def _next_comment(self, package: zipfile.ZipFile) -> int:
        name = self._comments_part(package)
        if name is None:
            return 0
        return 1 + max((int(c.get(_w("id"), "0")) for c in _parse(package.read(name))), default=-1)

    def _inserted(self, text: str, index: int, change: Change | None = None) -> etree._Element:
        """A tracked insertion with the formatting of the text before it; words that were moved keep theirs."""
        source = self._source_moved(text, change) if change else None
        source = source or self._source_near(index - 1 if index and self._read.sources[index - 1] else index)
        insertion = self._tracked("ins")
        insertion.append(_run_like(source.run if source else None, text, "t"))
        return insertion

    def _tracked(self, name: str) -> etree._Element:
        element = etree.Element(_w(name), {_w("id"): str(self._number), _w("author"): AUTHOR, _w("date"): self._date})
        self._number += 1
        return element

    def _rebuild(self, run: etree._Element, indices: Sequence[int]) -> None:
        """Put several runs, deletions and insertions in the place of one run."""
        by_node: dict[int, list[int]] = defaultdict(list)
        for index in indices:
            source = self._read.sources[index]
            assert source is not None
            by_node[id(source.node)].append(index)
        made: list[etree._Element] = []
        current = _empty_like(run)
        for child in [child for child in run if child.tag != _w("rPr")]:
            if id(child) not in by_node:
                current.append(child)
                continue
            for element in self._pieces(run, child, by_node[id(child)]):
                if element.tag in (_w("t"), child.tag):
                    current.append(element)
                    continue
                made += [current] * _holds(current) + [element]
                current = _empty_like(run)
        made += [current] * _holds(current)
        parent = run.getparent()
        assert parent is not None
        at = parent.index(run)
        if made:
            made[-1].tail = run.tail
        parent[at : at + 1] = made

    def _pieces(self, run: etree._Element, child: etree._Element, indices: Sequence[int]) -> Iterator[etree._Element]:
        """What becomes of one child of a run: texts that stay, marks, deletions and insertions."""
        if child.tag != _w("t"):
            yield from self._before.get(indices[0], ())
            yield child
            yield from self._after.get(indices[-1], ())
            return
        text = ""
        for index in indices:
            yield from self._before.get(index, ())
            text += self._read.running.text[index]
            marks = self._after.get(index, ())
            ends = index == indices[-1] or marks or self._before.get(index + 1)
            if ends or (index in self._edited.put) != (index + 1 in self._edited.put):
                yield self._deleted(run, text) if index in self._edited.put else _text(text, "t")
                text = ""
            yield from marks

    def _deleted(self, run: etree._Element, text: str) -> etree._Element:
        deletion = self._tracked("del")
        deletion.append(_run_like(run, text, "delText"))
        return deletion

    def _with_comments(self, package: zipfile.ZipFile) -> dict[str, bytes]:
        """The comments part with our comments, and what makes it known where there was none."""
        name = self._comments_part(package)
        if name is not None:
            root = _parse(package.read(name))
            self._add_comments(root)
            return {name: _bytes(root)}
        main = PurePosixPath(self._read.main)
        name = str(main.parent / "comments.xml")
        root = etree.Element(_w("comments"), nsmap={"w": _MAIN})
        self._add_comments(root)
        beside = _relations_of(self._read.main)
        known = beside in package.namelist()
        relations = _parse(package.read(beside)) if known else etree.Element(f"{{{_RELATIONS}}}Relationships")
        taken = {str(relation.get("Id")) for relation in relations}
        free = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        link = {"Id": free, "Type": f"{_OFFICE}/comments", "Target": "comments.xml"}
        etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship", link)
        types = _parse(package.read("[Content_Types].xml"))
        override = {"PartName": f"/{name}", "ContentType": _COMMENTS_TYPE}
        etree.SubElement(types, f"{{{_TYPES}}}Override", override)
        return {name: _bytes(root), beside: _bytes(relations), "[Content_Types].xml": _bytes(types)}

    def _add_comments(self, root: etree._Element) -> None:
        for number, text in self._comments:
            said = {_w("id"): str(number), _w("author"): AUTHOR, _w("date"): self._date, _w("initials"): "cl"}
            comment = etree.Element(_w("comment"), said)
            root.append(comment)
            paragraph = etree.Element(_w("p"))
            paragraph.append(_run_like(None, text, "t"))
            comment.append(paragraph)

    def _comments_part(self, package: zipfile.ZipFile) -> str | None:
        beside = _relations_of(self._read.main)
        if beside not in package.namelist():
            return None
        targets = _targets(_parse(package.read(beside)), str(PurePosixPath(self._read.main).parent))
        return next((target for kind, target in targets if kind.endswith("/comments")), None)


def _link(source: _Source | None) -> etree._Element | None:
    """The link that holds a code point."""
    return next(source.run.iterancestors(_w("hyperlink")), None) if source else None


def _parse(data: bytes) -> etree._Element:
    """The root of an XML part. Raises XMLSyntaxError; ValueError where it has a document type, as no Word file has."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    if root.getroottree().docinfo.doctype:
        raise ValueError("its XML has a document type")
    return root


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _targets(relations: etree._Element, folder: str) -> Iterator[tuple[str, str]]:
    """Type and part name of each relation that leads into the package."""
    for relation in relations:
        target = str(relation.get("Target"))
        if relation.get("TargetMode") != "External":
            whole = target if target.startswith("/") else f"{folder}/{target}"
            yield str(relation.get("Type")), os.path.normpath(whole).replace(os.sep, "/").lstrip("/")


def _relations_of(part: str) -> str:
    path = PurePosixPath(part)
    return str(path.parent / "_rels" / f"{path.name}.rels")


def _is_inside(element: etree._Element, tags: frozenset[str]) -> bool:
    return any(str(above.tag) in tags for above in element.iterancestors())


def _numbers(root: etree._Element) -> Iterator[int]:
    """The identifiers of annotations, which must not meet twice."""
    for element in root.iter():
        value = element.get(_w("id"))
        if value is not None and re.fullmatch(r"\d+", value):
            yield int(value)


def _now() -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    when = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _text(text: str, name: str) -> etree._Element:
    element = etree.Element(_w(name), {_SPACE: "preserve"})
    element.text = text
    return element


def _empty_like(run: etree._Element | None) -> etree._Element:
    """A run with the formatting of another."""
    made = etree.Element(_w("r"), dict(run.attrib) if run is not None else None)
    style = run.find(_w("rPr")) if run is not None else None
    if style is not None:
        made.append(deepcopy(style))
    return made


def _run_like(run: etree._Element | None, text: str, name: str) -> etree._Element:
    made = _empty_like(run)
    made.append(_text(text, name))
    return made


def _holds(run: etree._Element) -> bool:
    """Whether a run has more than its formatting."""
    return any(child.tag != _w("rPr") for child in run)


def _mark(name: str, number: int) -> etree._Element:
    return etree.Element(_w(name), {_w("id"): str(number)})


def _reference(number: int) -> etree._Element:
    run = etree.Element(_w("r"))
    run.append(_mark("commentReference", number))
    return run


def _reason(change: Change, *, applied: bool) -> str:
    """What the comment says: why, and for a suggestion also what."""
    why = " ".join(dict.fromkeys(edit.message for edit in change.edits)) + f" ({', '.join(change.rules)})"
    if applied or not change.replacements:
        return why
    return f"Suggestion: {' or '.join(f'“{text}”' for text in change.replacements)} for “{change.original}”. {why}"


def _repack(package: zipfile.ZipFile, written: dict[str, bytes]) -> bytes:
    """The package with some parts written anew, and the others as they were."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for info in package.infolist():
            made.writestr(info, written.pop(info.filename) if info.filename in written else package.read(info))
        for name, data in written.items():
            made.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def reject_own(document: DocxDocument) -> DocxDocument:
    """The document as it reads where every change of ours that is still tracked is rejected."""
    read = _Reader(document.path, document.data).read()
    for root in read.parts.values():
        for name in ("ins", "del"):
            for element in [e for e in root.iter(_w(name)) if e.get(_w("author")) == AUTHOR]:
                _unwrap(element, keep=name == "del")
    with zipfile.ZipFile(BytesIO(document.data)) as package:
        return DocxDocument(document.path, _repack(package, {name: _bytes(root) for name, root in read.parts.items()}))


def _unwrap(element: etree._Element, *, keep: bool) -> None:
    """Put what an element holds in its place, deleted text as text; or nothing."""
    parent = element.getparent()
    if parent is None:
        return
    for text in element.iter(_w("delText")):
        text.tag = _w("t")
    at = parent.index(element)
    parent[at : at + 1] = list(element) if keep else []
