"""PDFium's functions that are called for every letter or object, by plain addresses.

pypdfium2's own bindings make a new pointer object a call; addresses are cheaper and hashable.
https://pdfium.googlesource.com/pdfium/+/refs/heads/main/public/
"""

import ctypes
from typing import Any, Final

import pypdfium2.raw as c

_HANDLE, _OUT, _INT = ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int


def _function(name: str, result: Any, *arguments: Any) -> Any:
    address = ctypes.cast(getattr(c, name), ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(result, *arguments)(address)


text_object_of: Final = _function("FPDFText_GetTextObject", _HANDLE, _HANDLE, _INT)
character_at: Final = _function("FPDFText_GetUnicode", ctypes.c_uint, _HANDLE, _INT)
has_no_unicode: Final = _function("FPDFText_HasUnicodeMapError", _INT, _HANDLE, _INT)
get_loose_box: Final = _function("FPDFText_GetLooseCharBox", _INT, _HANDLE, _INT, _OUT)
get_matrix: Final = _function("FPDFText_GetMatrix", _INT, _HANDLE, _INT, _OUT)
get_origin: Final = _function("FPDFText_GetCharOrigin", _INT, _HANDLE, _INT, _OUT, _OUT)
get_font_size: Final = _function("FPDFTextObj_GetFontSize", _INT, _HANDLE, _OUT)
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
form_object: Final = _function("FPDFFormObj_GetObject", _HANDLE, _HANDLE, ctypes.c_ulong)
count_form_objects: Final = _function("FPDFFormObj_CountObjects", _INT, _HANDLE)
get_object_matrix: Final = _function("FPDFPageObj_GetMatrix", _INT, _HANDLE, _OUT)
get_bounds: Final = _function("FPDFPageObj_GetBounds", _INT, _HANDLE, _OUT, _OUT, _OUT, _OUT)
get_draw_mode: Final = _function("FPDFPath_GetDrawMode", _INT, _HANDLE, _OUT, _OUT)
