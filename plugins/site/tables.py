"""Tables that are wider or longer than their place scroll in a frame, which says what they are and takes the keyboard."""

import html as markup
import re

_PART = re.compile(r"<h[1-6]\b[^>]*>(?P<heading>.*?)</h[1-6]>|<table>.*?</table>", re.DOTALL)
_NO_WORDS = re.compile(r'<a\b[^>]*\bclass="headerlink"[^>]*>.*?</a>|<[^>]+>', re.DOTALL)


def framed(html: str, title: str) -> str:
    """A page with its plain tables framed. Each is called as the heading that it stands under, or as the page.

    >>> print(framed('<h2 id="a">Days<a class="headerlink" href="#a">#</a></h2><table></table>', "Audit time"))
    <h2 id="a">Days<a class="headerlink" href="#a">#</a></h2><div class="md-typeset__scrollwrap" tabindex="0" role="region" aria-label="Days"><div class="md-typeset__table"><table></table></div></div>
    """
    if "<table>" not in html:
        return html
    above = title

    def frame(part: re.Match[str]) -> str:
        nonlocal above
        if part["heading"] is not None:
            above = markup.unescape(_NO_WORDS.sub("", part["heading"])).strip() or title
            return part[0]
        return (
            f'<div class="md-typeset__scrollwrap" tabindex="0" role="region" aria-label="{markup.escape(above)}">'
            f'<div class="md-typeset__table">{part[0]}</div></div>'
        )

    return _PART.sub(frame, html)
