"""The look-up as it stands in its page: the form, the sentences that the script shows, and the ways without it."""

from __future__ import annotations

from plugins.register.language import Language
from plugins.register.register import Register

_SENTENCES = ("searching", "found", "more", "none", "failed")


def look_up(register: Register, language: Language, index: str) -> str:
    """The custom element; `index` leads to the folder of the tree. A register without certificates says so instead."""
    if not register.public:
        return f"<p>{language.say('empty')}</p>"
    example = register.public[0].number
    sentences = "".join(f'<span data-words="{key}">{language.say(key, count="{count}")}</span>' for key in _SENTENCES)
    return (
        f'<clause-register data-pagefind-ignore data-index="{index}" data-pages="organisations/">'
        f'<noscript><p>{language.say("noscript")}</p></noscript>'
        '<form role="search" class="register-form" hidden>'
        f'<label for="register-asked">{language.say("asked")}</label>'
        '<input id="register-asked" name="q" type="search" required autocomplete="off" spellcheck="false" enterkeyhint="search" aria-describedby="register-help">'
        f'<button type="submit" class="md-button md-button--primary">{language.say("look_up")}</button>'
        f'<p id="register-help">{language.say("help", example=example)}</p></form>'
        f'<p class="register-status-line" role="status"></p><div class="register-found"></div><div hidden>{sentences}</div></clause-register>'
        f'<p class="register-ways">{language.say("browse")} <a href="organisations/">{language.say("by_name")}</a> · '
        f'<a href="numbers/">{language.say("by_number")}</a></p>'
        f'<p class="register-ways">{language.say("changes")} · <a href="changes.xml">{language.say("feed")}</a></p>'
    )


def note(register: Register, language: Language) -> str:
    """What every page says of its data: as of when, how many, and whether they are an example."""
    example = f'<p class="register-example">{language.say("example")}</p>' if register.example else ""
    say = language.say("as_of", day="{day}", count=len(register.public)).format(day=language.day(register.day))
    return f'{example}<p class="register-day">{say}</p>'
