"""What campaign.toml says, as settings."""

from campaignlib.config.file import parse_config, read_config
from campaignlib.config.settings import (
    COST_BASES,
    KINDS,
    WHOLE,
    Channel,
    Config,
    Metric,
    Stage,
    Thresholds,
    Window,
    plain_name,
)

__all__ = [
    "COST_BASES",
    "KINDS",
    "WHOLE",
    "Channel",
    "Config",
    "Metric",
    "Stage",
    "Thresholds",
    "Window",
    "parse_config",
    "plain_name",
    "read_config",
]
