"""What a sentence is: a pattern with its values, shown as plain text or as Markdown with links to trace notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from string import Formatter

from campaignlib.figures import Figure
from campaignlib.words import markup, texts
from campaignlib.words.label import LANGS, NONE, Label, Lang
from campaignlib.words.terms import Standing

_HAN = re.compile(r"[\u3400-\u9fff]")
_FIRST_WORD = re.compile(r"^[A-Z][a-z]+\b")


@dataclass(frozen=True, slots=True)
class Text:
    """A pattern whose places hold labels or further texts. With an anchor it is a link to that trace note.

    >>> Text(Label("{a}落后", "{a} is behind"), {"a": Label.same("*")}).markdown("en")
    '\\\\* is behind'
    """

    pattern: Label
    values: Mapping[str, Label | Text] = field(default_factory=dict)
    anchor: str = ""

    def plain(self, lang: Lang) -> str:
        """Without any markup: titles, previews, text alternatives."""
        return self._filled(lang, lambda text: text, Text.plain)

    def markdown(self, lang: Lang) -> str:
        """Markdown with every value escaped, links to trace notes, and foreign runs marked."""
        inside = self._filled(lang, lambda text: foreign(markup.markdown(text), lang), Text.markdown)
        return f"[{inside}](#{self.anchor}){{.figure}}" if self.anchor else inside

    def label(self) -> Label:
        """The plain text in both languages."""
        return Label(*(self.plain(lang) for lang in LANGS))

    def _filled(self, lang: Lang, show: Callable[[str], str], nested: Callable[[Text, Lang], str]) -> str:
        made = []
        for literal, name, _, _ in Formatter().parse(self.pattern.to(lang)):
            made.append(literal)
            if name is not None:
                value = self.values[name]
                made.append(nested(value, lang) if isinstance(value, Text) else show(value.to(lang)))
        return "".join(made)

    def __bool__(self) -> bool:
        return bool(self.pattern)


NOTHING = Text(NONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One statement of a report: its verdict in bold, then what it rests on.

    glyph and tone stand before it (those of the standing, or of ≠ and ○); key says what it is about.
    """

    bold: Text
    text: Text = NOTHING
    key: str = ""
    standing: Standing | None = None
    mark: str = ""

    @property
    def glyph(self) -> str:
        return self.mark or (self.standing.glyph if self.standing else "")

    @property
    def tone(self) -> str:
        return self.standing.tone if self.standing else "ink2"

    def plain(self, lang: Lang) -> str:
        return _spaced(self.bold.plain(lang), self.text.plain(lang), lang)

    def markdown(self, lang: Lang) -> str:
        """`**verdict** the rest`, without the glyph."""
        return _spaced(f"**{self.bold.markdown(lang)}**", self.text.markdown(lang), lang)


def _spaced(first: str, second: str, lang: Lang) -> str:
    return f"{first}{' ' if first and second and lang == 'en' else ''}{second}"


def foreign(marked: str, lang: Lang) -> str:
    """A Chinese run in an English page says so, for screen readers and for the choice of glyphs.

    >>> foreign("张", "en"), foreign("张", "zh")
    ('[张]{lang=zh-Hans}', '张')
    """
    return f"[{marked}]{{lang=zh-Hans}}" if lang == "en" and _HAN.search(marked) else marked


def say(name: str, n: object = None, /, **values: str | int | Label | Text) -> Text:
    """The pattern of texts.toml with this name, filled; with n = 1 its form for one thing.

    >>> say("findings.errors", 3, n=3).plain("en")
    '3 errors'
    """
    return Text(texts.text(name, n), {k: _part(v) for k, v in values.items()})


def raw(text: str | Label) -> Text:
    """A text that comes from data, as it is."""
    return Text(Label.same("{x}"), {"x": _part(text)})


def link(shown: Label, figure: Figure) -> Text:
    """A value that leads to the trace note of its figure."""
    return Text(Label.same("{x}"), {"x": shown}, figure.anchor)


def shown(show: Callable[[Lang], str]) -> Label:
    """What a display function makes in each language."""
    return Label(show("zh"), show("en"))


def run(parts: Iterable[Text], between: Label = NONE) -> Text:
    """Texts one after another; those that are empty leave no gap. English sentences get a blank between."""
    kept = [part for part in parts if part]
    if len(kept) < 2:
        return kept[0] if kept else NOTHING
    places = [f"{{p{i}}}" for i in range(len(kept))]
    pattern = Label(between.zh.join(places), (between.en or " ").join(places))
    return Text(pattern, {f"p{i}": part for i, part in enumerate(kept)})


def listed(things: Sequence[str | Label | Text]) -> Text:
    """A list in running text: A, A和B, A、B和C; A, A and B, A, B and C.

    >>> listed(["a", "b", "c"]).plain("zh"), listed(["a", "b", "c"]).plain("en"), listed(["a"]).plain("en")
    ('a、b和c', 'a, b and c', 'a')
    """
    parts = [_text(thing) for thing in things]
    if len(parts) < 2:
        return parts[0] if parts else NOTHING
    return say("list.and", first=run(parts[:-1], Label("、", ", ")), last=parts[-1])


def some(things: Sequence[str | Label | Text], most: int = 2) -> Text:
    """At most so many by name, the others by their number."""
    if len(things) <= most:
        return listed(things)
    if most == 1:
        return say(
            "list.others_one", len(things) - 1, first=_text(things[0]), n=len(things), rest=len(things) - 1
        )
    rest = len(things) - most
    first = run([_text(thing) for thing in things[:most]], Label("、", ", "))
    return say("list.others", rest, first=first, n=len(things), rest=rest)


def are(label: Label, *more: Label) -> bool:
    """Whether an English name takes a plural verb: several names, or one whose head noun ends in a plural s.

    >>> [are(Label.same(n)) for n in ("Douyin leads", "Awareness", "Cost per leads", "Search index", "Campus")]
    [True, False, False, False, False]
    """
    if more:
        return True
    head = re.split(r" (?:per|of|in|on|from|by|for) ", label.en.strip())[0].casefold()
    return head.endswith("s") and not head.endswith(("ss", "us", "is"))


def within(label: Label) -> Label:
    """A name as it stands inside an English sentence: `Topic reads` -> `topic reads`, `ROI` stays."""
    return Label(label.zh, _FIRST_WORD.sub(lambda word: word.group().lower(), label.en))


def _part(value: str | int | Label | Text) -> Label | Text:
    return value if isinstance(value, Label | Text) else Label.same(str(value))


def _text(value: str | Label | Text) -> Text:
    return value if isinstance(value, Text) else raw(value)
