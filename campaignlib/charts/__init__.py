"""Charts: figures and frames in, drawings for screen, phone and print out."""

from campaignlib.charts.budget import budget
from campaignlib.charts.channels import channels
from campaignlib.charts.drawing import Drawing
from campaignlib.charts.gantt import gantt
from campaignlib.charts.pace import PaceChart, pace
from campaignlib.charts.targets import targets

__all__ = ["Drawing", "PaceChart", "budget", "channels", "gantt", "pace", "targets"]
