"""Rows -> base model, LoRA adapter and head."""

from training.fit.attention import CAUSAL_ONLY

__all__ = ["CAUSAL_ONLY"]
