import pytest

from campaignlib import errors


def test_unreadable_says_what_was_read_and_expected() -> None:
    error = errors.Unreadable("34,8", "a number")
    assert (error.read, error.expected, str(error)) == ("34,8", "a number", "read '34,8', expected a number")


@pytest.mark.parametrize("name", ["NoCampaign", "BadConfig", "BadRequest", "RenderFailed", "Busy"])
def test_everything_raised_on_purpose_is_a_campaign_error(name: str) -> None:
    assert issubclass(getattr(errors, name), errors.CampaignError)
