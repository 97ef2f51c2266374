"""Why the bot can't listen where it should."""


class PortTakenError(Exception):
    """`port`, which `setting` names, can't be listened on; `reason` is the system's word."""

    def __init__(self, setting: str, port: int, reason: str) -> None:
        super().__init__(setting, port, reason)
        self.setting = setting
        self.port = port
        self.reason = reason
