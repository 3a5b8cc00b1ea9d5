"""What setuptools does besides when it builds the package: puts ``shipped``'s folders into it.

Named in ``pyproject.toml``. setuptools loads this file on its own, so it knows nothing of the rest of the package.
"""

from __future__ import annotations

from pathlib import Path

from setuptools.command.build_py import build_py  # type: ignore[import-untyped]

FOLDERS = ("overrides", "docs/assets")
"""Folders at the top of the repository that an installed program needs."""
TARGET = "build_tools/shipped"


class BuildWithShipped(build_py):  # type: ignore[misc]
    """``build_py``, which copies modules and their data, and then the folders that lie outside the package.

    An editable installation uses them where they are.
    """

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return
        for source, target in self._shipped():
            self.mkpath(str(Path(target).parent))
            self.copy_file(source, target, preserve_mode=False)

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        return [
            *super().get_outputs(include_bytecode),
            *(target for _, target in self._shipped() if not self.editable_mode),
        ]

    def get_source_files(self) -> list[str]:
        """With these, an archive of the sources is enough to build the package again."""
        return [*super().get_source_files(), *(source for source, _ in self._shipped())]

    def _shipped(self) -> list[tuple[str, str]]:
        files = (path for folder in FOLDERS for path in sorted(Path(folder).rglob("*")) if path.is_file())
        return [(path.as_posix(), f"{self.build_lib}/{TARGET}/{path.as_posix()}") for path in files]
