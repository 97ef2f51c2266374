"""The methods that the sandbox has, by lower-case name: Telegram ignores their case."""

from sandbox.botapi.calls import Method
from sandbox.botapi.methods import chats, editing, profile, receiving, repeating, sending

METHODS: dict[str, Method] = {
    name.lower(): method
    for module in (receiving, sending, repeating, editing, chats, profile)
    for name, method in module.METHODS.items()
}
