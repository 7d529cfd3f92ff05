"""A text in both languages of a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """The same text in Chinese and English; `str()` gives the Chinese, which is what the forms say.

    >>> Label("线索", "Leads").to("en")
    'Leads'
    >>> Label.same("抖音").to("en")
    '抖音'
    """

    zh: str
    en: str

    @classmethod
    def same(cls, text: str) -> Label:
        """One text for both languages, such as a name copied from a form."""
        return cls(text, text)

    def to(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en

    def fill(self, **values: object) -> Label:
        """Put values into `{name}` places; a Label among them gives each language its own text."""
        zh = {k: v.zh if isinstance(v, Label) else v for k, v in values.items()}
        en = {k: v.en if isinstance(v, Label) else v for k, v in values.items()}
        return Label(self.zh.format(**zh), self.en.format(**en))

    def __str__(self) -> str:
        return self.zh

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)


NONE = Label("", "")


def both(show: Callable[[Lang], str]) -> Label:
    """What a function of the language says, in both.

    >>> both(lambda lang: lang.upper())
    Label(zh='ZH', en='EN')
    """
    return Label(show("zh"), show("en"))


def listing(labels: Iterable[Label]) -> Label:
    """Names in a row.

    >>> listing([Label("抖音", "Douyin"), Label("社群", "Groups")])
    Label(zh='抖音、社群', en='Douyin, Groups')
    """
    kept = tuple(labels)
    return Label("、".join(label.zh for label in kept), ", ".join(label.en for label in kept))


def joined(*labels: Label) -> Label:
    """Clauses in a row; empty ones fall away.

    >>> joined(Label("按计划", "on pace"), NONE, Label("到8月2日", "to 2 Aug"))
    Label(zh='按计划；到8月2日', en='on pace; to 2 Aug')
    """
    kept = [label for label in labels if label]
    return Label("；".join(label.zh for label in kept), "; ".join(label.en for label in kept))


def quoted(names: Iterable[str]) -> Label:
    """Names as people wrote them, in quotation marks.

    >>> quoted(["设计", "印刷"])
    Label(zh='“设计”、“印刷”', en='“设计”, “印刷”')
    """
    return listing(Label.same(f"“{name}”") for name in names)
