"""Documents, annotations and what they are made of, as bytes and back."""

from __future__ import annotations

import gc
import io
import pickle
from typing import Any

_MODULES = ("build_tools.model.", "build_tools.problems.", "pathlib.")
"""All that they are made of."""


def packed(value: Any) -> bytes:
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpacked(value: bytes | None) -> Any:
    """What was packed; ``None`` where nothing was, or where it is damaged."""
    if value is None:
        return None
    looks = gc.isenabled()
    gc.disable()  # which would look through what is made again and again, and nothing of it is garbage
    try:
        return _Unpickler(io.BytesIO(value)).load()
    except Exception:  # whatever a damaged pickle raises: it is made anew
        return None
    finally:
        if looks:
            gc.enable()


class _Unpickler(pickle.Unpickler):
    """Makes nothing but these, whatever somebody has put into the file."""

    def find_class(self, module: str, name: str) -> Any:
        if not f"{module}.".startswith(_MODULES) or "." in name:
            raise pickle.UnpicklingError(f"{module}.{name}")
        found = super().find_class(module, name)
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found
