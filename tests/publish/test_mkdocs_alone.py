"""MkDocs itself, without ``archive build``, makes the site too, and links to no file that only the latter makes."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.built_site import copy_sources
from tests.publish.project import in_english_only, without_meaning


def test_every_download_exists(tmp_path: Path) -> None:
    config = copy_sources(tmp_path)
    # One short text and one language are enough, and quick.
    in_english_only(config)
    without_meaning(config)
    shutil.rmtree(tmp_path / "seeds")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/one.txt").write_text("The only text says little, but says it in English.\n", "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(config)]
    built = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    page = tmp_path / "site/data/index.html"
    assert 'http-equiv="Content-Security-Policy"' in page.read_text("utf-8")
    links = re.findall(r'<a href="([^"#?:]+\.\w+)"', page.read_text("utf-8"))
    assert len(links) > 10
    assert [link for link in links if not (page.parent / link).is_file()] == []
