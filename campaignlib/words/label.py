"""A text in both languages of a report."""

from __future__ import annotations

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
