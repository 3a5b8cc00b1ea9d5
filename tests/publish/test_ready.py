"""Pages that need no Markdown parser come out as the parser would give them."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
from markdown.extensions.toc import slugify_unicode
from mkdocs.structure.files import File

from build_tools.publish.squeeze.ready import converted, text_of

PAGES = {
    "blocks and headings": "<h1>Title</h1>\n<p>text</p>\n\n## A heading\n\n<ul>\n<li>one</li>\n</ul>\n\n## Another\n\n<p>end</p>\n",
    "headings in other scripts": "<h1>ع</h1>\n\n## الأرقام في هذا النص\n\n<p>نص</p>\n\n## 文中的数字\n\n<p>字</p>\n",
    "the same heading twice": "<p>a</p>\n\n## Text\n\n<p>b</p>\n\n## Text\n\n<p>c</p>\n",
    "references and punctuation": "<p>&#123;&#123; x &#125;&#125; &#96;&#96;&#96; &lt;b&gt; *a* _b_ [c](d) &amp;amp;</p>\n\n## A &amp; B\n\n<p>x</p>\n",
    "isolated names in headings": "<p>a</p>\n\n## <bdi>01.ai</bdi> in texts\n\n<p>b</p>\n",
}


@pytest.mark.parametrize("source", PAGES.values(), ids=PAGES.keys())
def test_the_parser_agrees(source: str) -> None:
    parser = markdown.Markdown(
        extensions=["toc", "attr_list", "md_in_html", "tables", "def_list", "footnotes", "fenced_code"],
        extension_configs={"toc": {"slugify": slugify_unicode}},
    )
    expected = [line for line in parser.convert(source).split("\n") if line]
    done = converted(source)
    assert done is not None
    assert done[0].split("\n") == expected
    assert done[1] == [(token["name"], token["id"]) for token in parser.toc_tokens]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "written", ["Some words.", "# A title", "- a list", "    code", "[a](b.md)", "### Deeper"]
)
def test_what_a_person_wrote_goes_to_the_parser(written: str) -> None:
    assert converted(f"<h1>Title</h1>\n\n{written}\n\n## Heading\n\n<p>text</p>\n") is None


def test_a_heading_never_takes_an_anchor_of_the_page() -> None:
    done = converted('<h3 id="names">x</h3>\n\n## names\n\n<p>text</p>\n')
    assert done is not None
    assert done[1] == [("names", "names_1")]


@pytest.mark.parametrize("content", ["نص\n\nb\n", "\ufeffa\r\nb\r\n", "a\rb\r\r\nc\u2028d"])
def test_a_file_is_read_as_mkdocs_reads_it(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.md").write_bytes(content.encode())
    file = File("a.md", str(tmp_path), str(tmp_path / "site"), use_directory_urls=True)
    assert text_of(file) == file.content_string
