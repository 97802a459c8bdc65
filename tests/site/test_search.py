"""What the search index is given: clauses under headings of their own, numbers that Chinese does not cut."""

from plugins.site.search import searchable

PAGE = (
    '<html lang="{}"><head><meta name="document" content="BYICC-GZ-021 A/1"></head><body><nav>Menu</nav><article>'
    '<h1 id="c-5">5 T<a class="headerlink" href="#c-5">#</a></h1>'
    '<div class="clause" id="c-5.1.2"><p><strong class="clause-number">5.1.2</strong> See 5.1.3.</p>'
    '<ul><li id="c-5.1.2-1">x</li></ul></div></article></body></html>'
)


def test_a_clause_without_a_heading_gets_one_with_its_address() -> None:
    content = searchable(PAGE.format("en"))
    assert content and '<h6 id="c-5.1.2" data-pagefind-weight="10">5.1.2</h6><div class="clause" id="c-5.1.2"><p> See 5.1.3.</p>' in content


def test_items_belong_to_their_clause() -> None:
    assert '<h6 id="c-5.1.2-1"' not in (searchable(PAGE.format("en")) or "")


def test_the_title_names_page_and_document() -> None:
    assert 'data-pagefind-meta="title:5 T · BYICC-GZ-021 A/1"' in (searchable(PAGE.format("en")) or "")


def test_menus_and_marks_are_left_out() -> None:
    content = searchable(PAGE.format("en")) or ""
    assert "Menu" not in content and "headerlink" not in content


def test_chinese_numbers_are_kept_whole_and_addresses_are_not_touched() -> None:
    content = searchable(PAGE.format("zh")) or ""
    assert "See 5\uA78F1\uA78F3." in content and 'id="c-5.1.2"' in content


def test_a_page_without_an_article_is_not_searched() -> None:
    assert searchable('<html lang="en"><body></body></html>') is None
