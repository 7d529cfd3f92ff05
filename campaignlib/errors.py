"""What stops a call. Problems in people's data are findings, not exceptions."""

from __future__ import annotations


class CampaignError(Exception):
    """Base of everything campaignlib raises on purpose; its text is one clear line."""


class Unreadable(CampaignError):
    """A text as written could not be taken as the value asked for; what was expected, in English and Chinese.

    >>> str(Unreadable("34,8", "a number"))
    "read '34,8', expected a number"
    """

    def __init__(self, read: str, expected: str, expected_zh: str = "") -> None:
        self.read = read
        self.expected = expected
        self.expected_zh = expected_zh or expected
        super().__init__(f"read {read!r}, expected {expected}")


class NoCampaign(CampaignError):
    """The folder, workbook or campaign.toml does not exist or holds no form at all."""


class BadConfig(CampaignError):
    """campaign.toml says something it may not say; names the key."""


class BadRequest(CampaignError):
    """The caller asked for something that cannot be: an unknown name, a date before preparation starts."""


class RenderFailed(CampaignError):
    """A notebook or an engine failed; the last good report stays."""


class Busy(CampaignError):
    """Another run holds the lock of this site."""
