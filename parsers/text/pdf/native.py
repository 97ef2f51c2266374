"""PDFium's functions that are called for every letter or object, as cheaply as ctypes can.

pypdfium2's own bindings convert each argument and let other threads run at each call, which costs
more than most of these functions do. Here functions of a text page take what ctypes passes
unconverted: a `TextPageHandle`, a place as int, and arrays or references to write to. Functions
of objects take an object's address, which is hashable. The reader has one thread.
https://pdfium.googlesource.com/pdfium/+/refs/heads/main/public/
"""

import ctypes
from typing import Any, Final

import pypdfium2.raw as c

TextPageHandle = ctypes.c_void_p

_HANDLE, _OUT, _INT = ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int


def address_of(handle: Any) -> int:
    """Of a pypdfium2 object's `raw`."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _function(name: str, result: Any, *arguments: Any) -> Any:
    return ctypes.PYFUNCTYPE(result, *arguments)(address_of(getattr(c, name)))


text_object_of: Final = _function("FPDFText_GetTextObject", _HANDLE)
character_at: Final = _function("FPDFText_GetUnicode", ctypes.c_uint)
has_no_unicode: Final = _function("FPDFText_HasUnicodeMapError", _INT)
get_loose_box: Final = _function("FPDFText_GetLooseCharBox", _INT)
get_matrix: Final = _function("FPDFText_GetMatrix", _INT)
font_size_at: Final = _function("FPDFText_GetFontSize", ctypes.c_double)
get_text_colour: Final = _function("FPDFText_GetFillColor", _INT)

render_mode_of: Final = _function("FPDFTextObj_GetTextRenderMode", _INT, _HANDLE)
font_of: Final = _function("FPDFTextObj_GetFont", _HANDLE, _HANDLE)
get_base_font_name: Final = _function(
    "FPDFFont_GetBaseFontName", ctypes.c_size_t, _HANDLE, _OUT, ctypes.c_size_t
)
font_weight: Final = _function("FPDFFont_GetWeight", _INT, _HANDLE)
font_flags: Final = _function("FPDFFont_GetFlags", _INT, _HANDLE)
get_fill_colour: Final = _function(
    "FPDFPageObj_GetFillColor", _INT, _HANDLE, _OUT, _OUT, _OUT, _OUT
)
object_type: Final = _function("FPDFPageObj_GetType", _INT, _HANDLE)
page_object: Final = _function("FPDFPage_GetObject", _HANDLE, _HANDLE, _INT)
clip_path_of: Final = _function("FPDFPageObj_GetClipPath", _HANDLE, _HANDLE)
count_clip_paths: Final = _function("FPDFClipPath_CountPaths", _INT, _HANDLE)
"""-1 for no clip."""
form_object: Final = _function("FPDFFormObj_GetObject", _HANDLE, _HANDLE, ctypes.c_ulong)
count_form_objects: Final = _function("FPDFFormObj_CountObjects", _INT, _HANDLE)
get_object_matrix: Final = _function("FPDFPageObj_GetMatrix", _INT, _HANDLE, _OUT)
get_bounds: Final = _function("FPDFPageObj_GetBounds", _INT, _HANDLE, _OUT, _OUT, _OUT, _OUT)
get_draw_mode: Final = _function("FPDFPath_GetDrawMode", _INT, _HANDLE, _OUT, _OUT)
