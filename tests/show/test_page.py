"""A page that can fetch nothing and runs only what it was made with."""

from __future__ import annotations

import base64
import hashlib
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wayproof.errors import DataError
from wayproof.show import page
from wayproof.show.markup import element, free_text, joined
from wayproof.show.page import Page, json_in_html, leaflet, policy


@given(
    st.recursive(
        st.text() | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_json_cannot_leave_its_script_element(value: object) -> None:
    text = json_in_html(value)
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == value


@given(st.text(), st.text())
def test_markup_escapes_text_and_attributes(text: str, value: str) -> None:
    made = element("p", text, title=value).html
    inner = made.removeprefix("<p ").removesuffix("</p>")
    assert "<" not in inner.replace(">", "", 1)
    assert re.fullmatch(r'title="[^"]*">[^<>]*', inner, re.DOTALL)


def test_markup_leaves_out_what_is_not_there() -> None:
    assert element("input", checked=True, disabled=False, id=None).html == "<input checked>"
    assert joined("a<", None, free_text("b")).html == 'a&lt;<span dir="auto">b</span>'
    assert element("p", class_="x", data_leg="0-1").html == '<p class="x" data-leg="0-1"></p>'


def test_the_policy_names_every_script_and_allows_nothing_else() -> None:
    rules = policy(("one()", "two()"))
    assert "default-src 'none'" in rules
    assert base64.b64encode(hashlib.sha256(b"two()").digest()).decode() in rules
    assert "script-src 'unsafe-inline'" not in rules
    assert "http" not in rules


def test_a_title_is_text() -> None:
    html = Page("</title><script>x", "<p>", (), (), {}).render()
    assert "<title>&lt;/title&gt;&lt;script&gt;x</title>" in html


def test_leaflet_is_inlined_without_pointers_to_files() -> None:
    assert "sourceMappingURL" not in leaflet("leaflet.js")
    assert "url(" not in leaflet("leaflet.css")
    assert "Leaflet 1.9" in leaflet("leaflet.js")


def test_a_missing_leaflet_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "LEAFLET", "no_such_leaflet")
    with pytest.raises(DataError, match="install django-js-lib-leaflet"):
        page.leaflet.__wrapped__("leaflet.js")
