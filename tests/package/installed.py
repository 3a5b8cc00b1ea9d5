"""The program as somebody has it who installed it: the wheel in an environment of its own, without this repository.

The environment borrows the other packages from the one that runs the tests. It sees nothing of the working copy: what
an editable installation puts on the path, it puts there by a file that only its own environment reads.
"""

from __future__ import annotations

import os
import shutil
import site
import subprocess
import sys
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = ("build_tools", "overrides", "docs/assets", "pyproject.toml", "README.md", "LICENSE")
"""What the wheel is made of."""


@dataclass(frozen=True)
class Installed:
    wheel: Path
    environment: Path

    def run(self, *arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
        """``archive …`` in a folder."""
        command = [self.environment / "bin/archive", *arguments]
        return self._in_environment(command, cwd, variables)

    def python(self, *arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
        return self._in_environment([self.environment / "bin/python", *arguments], cwd, variables)

    def contents(self) -> frozenset[str]:
        with zipfile.ZipFile(self.wheel) as archive:
            return frozenset(archive.namelist())

    def _in_environment(
        self, command: list[str | Path], cwd: Path, variables: dict[str, str]
    ) -> subprocess.CompletedProcess[str]:
        passed = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        return subprocess.run(
            command,
            cwd=cwd,
            env={**passed, **variables},
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )


def install(folder: Path) -> Installed:
    """Build the wheel from a copy of the sources, and install it into a new environment below ``folder``."""
    sources = folder / "sources"
    for name in SOURCES:
        (sources / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, sources / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, sources / name)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    made = folder / "wheel"
    build = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", made, sources]
    subprocess.run(build, check=True, timeout=120)
    shutil.rmtree(sources)
    environment = folder / "environment"
    venv.create(environment, with_pip=False, symlinks=True)
    [wheel] = made.glob("*.whl")
    own = next(environment.glob("lib/python*/site-packages"))
    (own / "borrowed.pth").write_text("\n".join(site.getsitepackages()) + "\n", "utf-8")
    python = environment / "bin/python"
    subprocess.run(
        [*pip, "--python", python, "install", "--no-deps", "--no-index", wheel], check=True, timeout=120
    )
    return Installed(wheel, environment)
