"""The methods that the sandbox has, by lower-case name: Telegram ignores their case."""

from sandbox.botapi.calls import Method
from sandbox.botapi.methods import editing, profile, receiving, sending

METHODS: dict[str, Method] = {
    name.lower(): method
    for group in (receiving.METHODS, sending.METHODS, editing.METHODS, profile.METHODS)
    for name, method in group.items()
}
