"""Words that several charts share."""

from __future__ import annotations

from collections.abc import Iterable

from campaignlib.words import display
from campaignlib.words.label import Label, Lang

MORE = Label("其余 {n} 项", "{n} more")


def listed(texts: Iterable[Label], lang: Lang) -> str:
    """Several names in a row.

    >>> listed([Label("抖音", "Douyin"), Label("社群", "Groups")], "zh")
    '抖音、社群'
    """
    return ("、" if lang == "zh" else ", ").join(t.to(lang) for t in texts)


def bracketed(text: str, lang: Lang = "zh") -> str:
    """A text in brackets, nothing for nothing.

    >>> bracketed("条"), bracketed(""), bracketed("due 14 Aug", "en")
    ('（条）', '', ' (due 14 Aug)')
    """
    if not text:
        return ""
    return f"（{text}）" if lang == "zh" else f" ({text})"


def sentence(parts: Iterable[Label], end: Label, lang: Lang) -> str:
    """Clauses of a text alternative as one sentence, and where the table is as another.

    >>> sentence([Label("累计 280 条", "280 so far")], Label("数据见下表", "figures in the table below"), "en")
    '280 so far. Figures in the table below.'
    """
    clauses = [p.to(lang) for p in parts if p]
    said = end.to(lang)
    if lang == "zh":
        return "；".join(clauses) + "。" + said + "。"
    return "; ".join(clauses) + ". " + said[:1].upper() + said[1:] + "."


def currency_word(currency: str, lang: Lang) -> str:
    """What a currency is called in a heading.

    >>> currency_word("CNY", "zh"), currency_word("EUR", "en")
    ('元', 'EUR')
    """
    return display.money(1, lang, currency).replace("1", "").strip()
