from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignlib.values import money
from campaignlib.values.context import Context, Raw
from tests.values.texts import CELLS, SUMMER, WRITINGS, only_refuses, refused


@pytest.mark.parametrize(
    ("written", "yuan"),
    [
        ("￥77,000", "77000"),
        ("¥ 1,234.50", "1234.50"),
        ("12000", "12000"),
        ("１２０００", "12000"),
        ("50万元", "500000"),
        ("7.7万", "77000"),
        ("1.2亿", "120000000"),
        ("1,000 元", "1000"),
        ("1000元整", "1000"),
        ("200块", "200"),
        ("人民币500元", "500"),
        ("CNY 68,000", "68000"),
        ("68,000 RMB", "68000"),
        ("(500)", "-500"),
        ("-500", "-500"),
        ("¥-500", "-500"),
    ],
)
def test_amounts_as_people_write_them(written: str, yuan: str) -> None:
    assert money.read(written) == Decimal(yuan)
    assert money.fen(written, SUMMER) == Decimal(yuan) * 100


@pytest.mark.parametrize(
    "written",
    [
        "约5000",
        "$500",
        "500美元",
        "500元/天",
        "5000左右",
        "≤5000",
        "34,8",
        "一万",
        "12%",
        "(-500)",
        "--5",
        "待定",
        "",
    ],
)
def test_what_is_no_amount_in_yuan_is_refused(written: str) -> None:
    assert refused(lambda: money.read(written)).expected_zh == "金额，如 77,000、50万元"


@pytest.mark.parametrize(
    ("raw", "fen"),
    [(77000, 7_700_000), (50.33, 5_033), (0.1, 10), (12000.000000001, 1_200_000), (-5, -500), ("0.01", 1)],
)
def test_number_cells_become_whole_fen(raw: Raw, fen: int) -> None:
    assert money.fen(raw, SUMMER) == fen


@pytest.mark.parametrize(
    "raw", [50.333, "12.345", "0.001", True, date(2024, 8, 2), datetime(2024, 8, 2), float("nan"), 1e300]
)
def test_what_is_not_whole_fen_is_refused(raw: Raw) -> None:
    refused(lambda: money.fen(raw, SUMMER))


@pytest.mark.parametrize(
    ("item", "factors", "product"),
    [
        ("内部团队加班费(3人×5天×800元/天)", [("3", "人"), ("5", "天"), ("800", "元/天")], "12000"),
        ("线下展架（5个×200元/个）", [("5", "个"), ("200", "元/个")], "1000"),
        ("定制礼品(1000份×15元/份)", [("1000", "份"), ("15", "元/份")], "15000"),
        ("场地租赁(高校2天×1000元/天)", [("2", "天"), ("1000", "元/天")], "2000"),
        ("场地 2天 x 1,000 元/天", [("2", "天"), ("1000", "元/天")], "2000"),
        ("主播2人*3天*500元/人/天", [("2", "人"), ("3", "天"), ("500", "元/人/天")], "3000"),
        ("设备3套×1.5万元", [("3", "套"), ("15000", "元")], "45000"),
        ("押金20000元×80%", [("20000", "元"), ("0.80", "%")], "16000"),
        ("展架(5个×200元/个=1000元)", [("5", "个"), ("200", "元/个")], "1000"),
    ],
)
def test_arithmetic_in_an_item(item: str, factors: list[tuple[str, str]], product: str) -> None:
    found = money.arithmetic(item)
    assert found is not None
    assert found.factors == tuple((Decimal(value), unit) for value, unit in factors)
    assert found.product == Decimal(product)


@pytest.mark.parametrize(
    "item",
    [
        "应急备用金",
        "外部讲师费用5000元",
        "3人×800元+2人×500元",
        "3×5+2",
        "10+3×5",
        "海报A4×2",
        "1000÷2×3",
        "34,8×2",
        "",
    ],
)
def test_what_is_no_single_multiplication_is_left_alone(item: str) -> None:
    assert money.arithmetic(item) is None


@given(WRITINGS)
def test_no_text_raises_anything_else(written: str) -> None:
    only_refuses(lambda: money.read(written))
    money.arithmetic(written)


@given(CELLS)
def test_no_cell_raises_anything_else(raw: Raw) -> None:
    only_refuses(lambda: money.fen(raw, SUMMER))


@given(st.integers(-(10**12), 10**12))
def test_a_written_amount_reads_back(fen: int) -> None:
    yuan = Decimal(fen) / 100
    assert money.fen(f"{yuan:,.2f}", SUMMER) == fen
    assert money.fen(f"{yuan:,.2f} 元", SUMMER) == fen
    assert money.fen(float(yuan), SUMMER) == fen


@given(st.integers(1, 999), st.integers(1, 99), st.integers(1, 99_999))
def test_written_arithmetic_multiplies(people: int, days: int, price: int) -> None:
    found = money.arithmetic(f"加班费({people}人×{days}天×{price:,}元/天)")
    assert found is not None
    assert found.product == people * days * price


@pytest.mark.parametrize(
    ("written", "currency", "amount"),
    [
        ("HK$20,000", "HKD", "20000"),
        ("HKD 20,000.50", "HKD", "20000.50"),
        ("2万港元", "HKD", "20000"),
        ("20,000元", "HKD", "20000"),
        ("$500", "USD", "500"),
        ("€1,234.50", "EUR", "1234.50"),
        ("CHF 80", "CHF", "80"),
    ],
)
def test_amounts_in_the_campaigns_own_currency(written: str, currency: str, amount: str) -> None:
    assert money.fen(written, Context(currency=currency)) == Decimal(amount) * 100


@pytest.mark.parametrize(("written", "currency"), [("￥500", "HKD"), ("$500", "EUR"), ("500美元", "HKD")])
def test_another_currency_is_never_taken_for_the_campaigns_own(written: str, currency: str) -> None:
    assert refused(lambda: money.fen(written, Context(currency=currency)))
