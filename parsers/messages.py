"""What the command line says of a file that it can't read, and what to do about it."""

from domain.errors import (
    DamagedFileError,
    EmptyDocumentError,
    EncryptedFileError,
    FileTooLargeError,
    NotAResumeError,
    ReadingTimeoutError,
    ResumeFileError,
    TooComplexError,
    UnsupportedFileError,
)

_LIMIT_NAMES = {
    "pages": "more than {limit} pages",
    "characters": "more than {limit} characters of text",
    "page_objects": "more than {limit} drawn objects on a page",
    "nesting": "objects nested too deeply",
    "memory": "a structure that needs more than {limit} bytes of memory",
    "unpacked_size": "more than {limit} bytes when unpacked",
    "compression_ratio": "a part that is packed more than {limit} times",
    "archive_members": "more than {limit} parts",
    "pixels": "a picture of more than {limit} pixels",
    "answer": "more text in its fields than {limit} bytes",
}

_KIND_NAMES = {
    "application/vnd.ms-excel": "an Excel table",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "an Excel table",
    "application/vnd.ms-powerpoint": "a PowerPoint presentation",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": (
        "a PowerPoint presentation"
    ),
    "application/vnd.ms-outlook": "an Outlook letter",
    "message/rfc822": "a letter",
    "application/vnd.apple.pages": "a Pages document",
    "application/zip": "an archive",
    "application/vnd.rar": "an archive",
    "application/x-7z-compressed": "an archive",
    "application/gzip": "an archive",
    "image/heic": "a photo in Apple's format",
    "image/avif": "a picture in a new format",
    "image/gif": "a picture in an old format",
    "image/bmp": "a picture in an old format",
}
_SEND_JPEG = "Save the picture as JPEG or PNG"
_SEND_INSIDE = "Send the resume that is inside it"
_KIND_HINTS = {
    **dict.fromkeys(("image/heic", "image/avif", "image/gif", "image/bmp"), _SEND_JPEG),
    **dict.fromkeys(("message/rfc822", "application/vnd.ms-outlook"), _SEND_INSIDE),
    **dict.fromkeys(
        (
            *("application/zip", "application/vnd.rar"),
            *("application/x-7z-compressed", "application/gzip"),
        ),
        _SEND_INSIDE,
    ),
}


def explain(error: ResumeFileError) -> str:
    """A plain English sentence or two."""
    match error:
        case UnsupportedFileError():
            return _explain_unsupported(error)
        case FileTooLargeError():
            return (
                f"The file is over {error.limit_bytes // (1024 * 1024)} MB. "
                "Remove pictures or save it smaller and try again."
            )
        case EncryptedFileError():
            return "The file is locked with a password. Save a copy without one and try again."
        case DamagedFileError():
            return "The file is damaged. Export or save the resume again and try the new file."
        case EmptyDocumentError():
            return _explain_empty(error)
        case NotAResumeError():
            return "The text does not look like a resume. Check that this is the right file."
        case ReadingTimeoutError():
            return (
                f"Reading took over {error.limit_seconds:g} seconds. "
                "Save the resume as a simple PDF or as plain text and try again."
            )
        case TooComplexError():
            what = _LIMIT_NAMES.get(error.what, error.what).format(limit=error.limit)
            return f"The file has {what}. Keep only the resume in it and try again."
    raise AssertionError(f"no message for {error.code}")


def _explain_unsupported(error: UnsupportedFileError) -> str:
    if error.media_type == "application/msword":
        return (
            "Word 97-2003 files are read where the Debian package antiword is installed, and "
            "here it is not. Save the resume as DOCX or PDF and try again."
        )
    name = _KIND_NAMES.get(error.media_type, "not a kind of file that can be read")
    hint = _KIND_HINTS.get(
        error.media_type, "Save the resume as PDF, DOCX, ODT, RTF, HTML or plain text"
    )
    return f"This is {name} ({error.media_type}). {hint} and try again."


def _explain_empty(error: EmptyDocumentError) -> str:
    if error.ocr_available:
        return (
            "There is no text in the file, and none could be read in its pictures. "
            "Send a file in which the text can be selected."
        )
    return (
        "There is no text in the file; it may be a scan or a picture, which are read where "
        "the Debian packages tesseract-ocr and tesseract-ocr-rus are installed. "
        "Send a file in which the text can be selected."
    )
