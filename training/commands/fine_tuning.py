"""Arguments of what trains the published models: train and ablate."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from inference.prompts import TEMPLATES
from training.finetune.arguments import RunSettings
from training.finetune.preset import FINE_TUNINGS, FineTuning


def add_fine_tuning(parser: argparse.ArgumentParser) -> None:
    """Those that only `FINE_TUNINGS` know; each is None where it was not given."""
    told = ", ".join(FINE_TUNINGS)
    group = parser.add_argument_group(f"only for {told}")
    group.add_argument("--base", help="hub name or folder, instead of the preset's")
    group.add_argument("--revision", help="commit of the hub's base")
    group.add_argument("--template", choices=sorted(TEMPLATES), help="fic-2024 without it")
    group.add_argument("--max-length", type=_positive, help="tokens of a whole prompt")
    group.add_argument("--epochs", type=_positive, help="rounds over the rows")
    group.add_argument("--rate", type=float, help="AdamW's main rate: a body's, or a LoRA's head's")
    group.add_argument("--weights", choices=("float32", "bfloat16", "nf4"), help="of Gemma's base")
    group.add_argument("--rows-per-step", type=_positive, help="over all processes; 8 without it")
    group.add_argument("--gradient-checkpointing", action=argparse.BooleanOptionalAction,
                       help="less memory for more time")  # fmt: skip
    group.add_argument("--every-steps", type=_positive, help="a checkpoint and a validation; 100")
    group.add_argument("--patience", type=_positive, help="validations without gain to the end; 5")
    group.add_argument("--cpu", action="store_true", default=None, help="even where there is a GPU")
    group.add_argument("--bf16", action=argparse.BooleanOptionalAction,
                       help="where the device has it fast without either")  # fmt: skip
    group.add_argument("--memory-mib", type=_positive, help="the most that a process may take")
    group.add_argument("--allow-remote-code", action="store_true", default=None,
                       help="run the Python that comes with a base")  # fmt: skip


def fine_tuning_names() -> tuple[str, ...]:
    """Of the arguments above, as the namespace has them."""
    parser = argparse.ArgumentParser()
    add_fine_tuning(parser)
    return tuple(vars(parser.parse_args([])))


def plan_of(arguments: argparse.Namespace) -> FineTuning:
    """The preset with what was given instead."""
    fields = {
        "base": arguments.base,
        "revision": arguments.revision,
        "template": arguments.template,
        "max_length_tokens": arguments.max_length,
        "epochs": arguments.epochs,
        "rate": arguments.rate,
        "weights": arguments.weights,
        "rows_per_step": arguments.rows_per_step,
        "gradient_checkpointing": arguments.gradient_checkpointing,
    }
    if arguments.base and Path(arguments.base).is_dir():
        fields["base"] = str(Path(arguments.base).resolve())
    return replace(FINE_TUNINGS[arguments.preset], **_given(fields))


def settings_of(arguments: argparse.Namespace) -> RunSettings:
    fields = {
        "every_steps": arguments.every_steps,
        "patience": arguments.patience,
        "on_cpu": arguments.cpu,
        "uses_bfloat16": arguments.bf16,
        "memory_mib": arguments.memory_mib,
        "allow_code": arguments.allow_remote_code,
    }
    return RunSettings(**_given(fields))


def _given(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than 1")
    return number
