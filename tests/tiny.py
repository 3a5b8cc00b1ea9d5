"""The smallest archive that can be built: one short text, one language of the interface."""

from __future__ import annotations

from pathlib import Path

TEXT = "The dam held through the night, said the mayor of the town.\n"

CONFIG = """site_name: Tiny
site_url: https://a.example/archive/
site_dir: {site}
extra:
  archive: {{offline: {offline}, meaning: false}}
plugins:
  - search
  - press-archive
  - i18n:
      docs_structure: suffix
      fallback_to_default: true
      reconfigure_material: true
      reconfigure_search: false
      languages:
        - {{locale: en, name: English, default: true}}
theme:
  name: material
  font: false
"""


def tiny_archive(root: Path, *, site: str = "site", offline: bool = True) -> Path:
    """Make it in the folder ``root``, which may exist. Returns its configuration."""
    for name in ("seeds", "docs"):
        (root / name).mkdir(parents=True, exist_ok=True)
    (root / "seeds/one.txt").write_text(TEXT, "utf-8")
    (root / "docs/home.en.md").write_text("Reports on a dam.\n", "utf-8")
    about = "---\ntitle: About\nkind: text\n---\n\n## Method {#method}\n\n## Rights {#rights}\n\n## Accessibility {#accessibility}\n"
    (root / "docs/about.en.md").write_text(about, "utf-8")
    config = root / "mkdocs.yml"
    config.write_text(CONFIG.format(site=site, offline=str(offline).lower()), "utf-8")
    return config


def contents(folder: Path) -> dict[str, bytes]:
    """Path → bytes of all files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
