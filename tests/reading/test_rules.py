import re
from pathlib import Path

import campaignlib
from campaignlib.reading.rules import RULES

PACKAGE = Path(campaignlib.__file__).parent
CODES = re.compile(r'"((?:READ|DAILY|FORM|CONFIG)-[A-Z]+)"')


def test_every_code_of_reading_has_its_rule_in_both_languages() -> None:
    files = [p for room in ("reading", "sources", "loading") for p in (PACKAGE / room).glob("*.py")]
    used = {
        code for p in files if p.name != "rules.py" for code in CODES.findall(p.read_text(encoding="utf-8"))
    }
    assert used <= set(RULES)
    assert {"READ-VALUE", "FORM-MISSING", "READ-FILE"} <= used
    for label in RULES.values():
        assert label.zh
        assert label.en
        assert label.zh != label.en
