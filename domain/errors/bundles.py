"""A model that can't be used."""

from domain.errors.root import ResumeExpertiseError


class BundleError(ResumeExpertiseError):
    """A model bundle can't be used."""


class BundleNotFoundError(BundleError):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class BundleMismatchError(BundleError):
    """A part of the bundle is not what the manifest says; `part` names it."""

    def __init__(self, bundle: str, part: str, expected: str, found: str) -> None:
        super().__init__(bundle, part, expected, found)
        self.bundle = bundle
        self.part = part
        self.expected = expected
        self.found = found


class BundleUnavailableError(BundleError):
    """Something the bundle needs can't be had here: `source` is a hub name or a package."""

    def __init__(self, bundle: str, source: str) -> None:
        super().__init__(bundle, source)
        self.bundle = bundle
        self.source = source


class RemoteCodeRefusedError(BundleError):
    """The bundle runs Python of the hub repository `source`, which nobody allowed."""

    def __init__(self, bundle: str, source: str) -> None:
        super().__init__(bundle, source)
        self.bundle = bundle
        self.source = source


class ModelTooLargeError(BundleError):
    """Even the smallest way to hold the model does not fit into the memory of `device`."""

    def __init__(self, bundle: str, device: str, needed_mib: int, available_mib: int) -> None:
        super().__init__(bundle, device, needed_mib, available_mib)
        self.bundle = bundle
        self.device = device
        self.needed_mib = needed_mib
        self.available_mib = available_mib


class HubUnreachableError(BundleError):
    """`source` could not be fetched; `cause` is the lower error in short."""

    def __init__(self, bundle: str, source: str, cause: str) -> None:
        super().__init__(bundle, source, cause)
        self.bundle = bundle
        self.source = source
        self.cause = cause


class DiskFullError(BundleError):
    """Too little room for what is to be fetched."""

    def __init__(self, bundle: str, path: str, needed_bytes: int, free_bytes: int) -> None:
        super().__init__(bundle, path, needed_bytes, free_bytes)
        self.bundle = bundle
        self.path = path
        self.needed_bytes = needed_bytes
        self.free_bytes = free_bytes


class BundleNotLoadedError(BundleError):
    """No bundle in memory has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class BundleInUseError(BundleError):
    """The bundle that resumes go to can't be unloaded: switch to another first."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class BundleWorseError(BundleError):
    """The newest verdicts showed this bundle to be worse than what it began as, `began_as`."""

    def __init__(self, bundle: str, began_as: str) -> None:
        super().__init__(bundle, began_as)
        self.bundle = bundle
        self.began_as = began_as
