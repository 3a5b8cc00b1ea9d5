"""Every published page names one policy, and has nothing in it that the policy would keep from working."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from build_tools.publish.offline import to_files
from tests.built_site import pages

POLICY = {
    "default-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "frame-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
DATA = {"application/json", "application/ld+json"}
ADDRESSES = ("href", "src", "action", "formaction")


class Faults(HTMLParser):
    """What in a page would not work under the policy, or stands before it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.policies: list[str] = []
        self.referrer: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        if values.get("http-equiv", "").lower() == "content-security-policy":
            self.policies.append(values["content"])
        if values.get("name") == "referrer":
            self.referrer.append(values["content"])
        if tag in ("script", "style", "link") and not self.policies:
            self.found.append(f"<{tag}> before the policy")
        if tag == "style" or (tag == "script" and "src" not in values and values.get("type") not in DATA):
            self.found.append(f"an inline <{tag}>")
        if tag in ("iframe", "object", "embed", "base"):
            self.found.append(f"<{tag}>")
        self.found.extend(f"{name}=" for name in values if name == "style" or name.startswith("on"))
        self.found.extend(
            values[name] for name in ADDRESSES if values.get(name, "").startswith("javascript:")
        )


@pytest.fixture(scope="module")
def read(site: Path) -> dict[str, Faults]:
    return {path.relative_to(site).as_posix(): Faults(path.read_text("utf-8")) for path in pages(site)}


def test_each_names_the_one_policy(read: dict[str, Faults]) -> None:
    assert {tuple(page.policies) for page in read.values()} == {(policy(),)}


def test_none_tells_other_hosts_where_a_reader_comes_from(read: dict[str, Faults]) -> None:
    assert {tuple(page.referrer) for page in read.values()} == {("no-referrer",)}


def test_none_holds_what_the_policy_refuses(read: dict[str, Faults]) -> None:
    assert not {path: page.found for path, page in read.items() if page.found}


def test_the_pages_of_the_one_file_keep_it(site: Path) -> None:
    assert Faults(to_files((site / "index.html").read_text("utf-8"))).policies == [policy()]


@pytest.mark.parametrize(
    "line",
    [
        "<script>1</script>",
        '<script type="module">1</script>',
        "<style>p{}</style>",
        '<p style="color:red">',
        '<img src="x" onerror="1">',
        '<a href="javascript:void(0)">',
        "<base href='/'>",
    ],
)
def test_a_fault_would_be_seen(line: str) -> None:
    assert Faults(f'<meta http-equiv="Content-Security-Policy" content="">{line}').found


def policy() -> str:
    return "; ".join(f"{name} {value}" for name, value in POLICY.items())
