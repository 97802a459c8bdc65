"""Interface words exist in all languages or the build says which do not."""

from plugins.site.words import catalogue, gaps
from tests.built import LANGUAGES


def test_a_language_without_words_is_named_for_every_word() -> None:
    assert gaps({"en": {"site.a": "A", "site.b": "B"}, "hu": {"site.a": "Á"}, "ru": {}}) == [
        "locales/hu/site.po: site.b has no words here (en: “B”)",
        "locales/ru/site.po: site.a has no words here (en: “A”)",
        "locales/ru/site.po: site.b has no words here (en: “B”)",
    ]


def test_the_catalogues_of_the_site_are_complete_and_not_copies() -> None:
    catalogues = {language: catalogue(language) for language in LANGUAGES}
    assert catalogues["en"] and not gaps(catalogues)
    for language in ("zh", "ru", "hu"):
        own = {key: words for key, words in catalogues[language].items() if key.startswith("site.")}
        same = [key for key, words in own.items() if words == catalogues["en"][key]]
        assert not same, language
