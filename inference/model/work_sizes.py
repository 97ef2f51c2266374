"""How much runs at once on a kind of device: known to what runs it and to the memory plan."""

from typing import Final

_PACK_TOKENS: Final = {"cpu": 1024}
_PACK_TOKENS_ON_ACCELERATOR: Final = 16384
_BLOCK_QUERIES: Final = {"cpu": 128}
_BLOCK_QUERIES_ON_ACCELERATOR: Final = 1024
_ENCODER_BATCH_TOKENS: Final = {"cpu": 2048}
_ENCODER_BATCH_TOKENS_ON_ACCELERATOR: Final = 32768


def pack_tokens(device_type: str) -> int:
    """Tokens of a decoder's pack."""
    return _PACK_TOKENS.get(device_type, _PACK_TOKENS_ON_ACCELERATOR)


def block_queries(device_type: str) -> int:
    """Queries whose attention is computed at once."""
    return _BLOCK_QUERIES.get(device_type, _BLOCK_QUERIES_ON_ACCELERATOR)


def encoder_batch_tokens(device_type: str) -> int:
    """Tokens of an encoder's padded batch."""
    return _ENCODER_BATCH_TOKENS.get(device_type, _ENCODER_BATCH_TOKENS_ON_ACCELERATOR)
