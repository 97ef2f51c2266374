"""Measured intervals as the pictures draw them."""

from bot.pictures import intervals
from domain.measurement import Interval


def scaled(interval: Interval, scale: float) -> intervals.Interval:
    """E.g. per cent of a share."""
    return intervals.Interval(scale * interval.value, scale * interval.low, scale * interval.high)
