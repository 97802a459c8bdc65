"""Folders named in mkdocs.yml become sections; a new document needs no list kept by hand."""

from plugins.site.navigation import expand

PAGES = ["index.md", "cc105/index.md", "cc105/0.md", "cc105/10.md", "cc105/2.md", "cc105/a.md", "gz021/index.md", "gz021/1.md", "calculators/cc105.md"]
LABELS = {"cc105": "CC105 Audit time", "gz021": "GZ021 Rules"}


def test_a_document_shows_cover_sections_by_number_then_annexes() -> None:
    assert expand(["cc105/"], PAGES, LABELS) == [
        {"CC105 Audit time": ["cc105/index.md", "cc105/0.md", "cc105/2.md", "cc105/10.md", "cc105/a.md"]}
    ]


def test_the_star_takes_the_documents_that_are_not_named() -> None:
    nav = [{"Documents": ["gz021/", "*/"]}]
    assert [list(entry)[0] for entry in expand(nav, PAGES, LABELS)[0]["Documents"]] == ["GZ021 Rules", "CC105 Audit time"]


def test_a_folder_without_cover_is_put_in_flat() -> None:
    assert expand([{"Tools": ["calculators/"]}], PAGES, LABELS) == [{"Tools": ["calculators/cc105.md"]}]


def test_a_group_of_nothing_is_left_out() -> None:
    assert expand(["index.md", {"Tools": ["calculators/"]}], ["index.md"], {}) == ["index.md"]
