from __future__ import annotations

import pytest

from build_tools.model import Archive, OutputFile
from build_tools.render.making import render
from tests.render import sample


@pytest.fixture(scope="session")
def archive() -> Archive:
    return sample.archive()


@pytest.fixture(scope="session")
def files(archive: Archive) -> dict[str, OutputFile]:
    """Every page of the sample archive by its path."""
    return {file.path: file for file in render(archive, sample.SITE, exports=False)}


@pytest.fixture(scope="session")
def pages(files: dict[str, OutputFile]) -> dict[str, str]:
    return {path: file.content.decode() for path, file in files.items() if file.place == "docs"}
