"""The root of the tree."""


class ResumeExpertiseError(Exception):
    """Root of everything this product raises on purpose."""

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({facts})"
