"""A business looked up in the tables of sectors, as HTML: each hit with its category, its clause, and one tap that takes it over."""

from __future__ import annotations

import json

from calculators.messages import Words
from calculators.sectors import find

from .markup import clause_links, escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .respond import Page

_EACH = 3  # hits shown of one category: the rest says the same


def sectors_html(name: str, business: str, request: object, page: Page) -> str:
    """What the tables say of a business, for the standards of the request; for every standard where it names none.

    A button holds the part of the request that takes the hit's place in it: `{"standard": "QMS", "category": "low"}`.
    """
    if not business.strip():
        return ""
    asked = _standards(name, request)
    words = Words(page.language)
    kinds: dict[tuple[str, str], list[dict]] = {}
    for standard in asked or (None,):
        for hit in find(business, page.language, standard):
            kinds.setdefault((hit["standard"], hit["category"]), []).append(hit)
    if not kinds:
        return f"<p>{page.html('page.no_sector')}</p>"
    items = "".join(
        f"<li><p><strong>{escape(words.text(f'cc105.field.standard={standard}'))}: {escape(words.text(f'cc105.field.category={category}'))}</strong><br>"
        f"{escape('; '.join(hit['text'] for hit in hits[:_EACH]))}</p>{clause_links([hit['clause'] for hit in hits[:_EACH]], page)}"
        f'<button type="button" data-take="{escape(json.dumps(_taken(name, request, standard, category)))}">{page.html("page.take")}</button></li>'
        for (standard, category), hits in kinds.items()
    )
    return f"<ul>{items}</ul><p>{page.html('page.sector_note')}</p>"


def _standards(name: str, request: object) -> list[str]:
    request = request if isinstance(request, dict) else {}
    listed = request.get("standards") if name == "programme" else [request]
    named = [item.get("standard") for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
    return [standard for standard in ("QMS", "EMS", "OHSMS") if standard in named]


def _taken(name: str, request: object, standard: str, category: str) -> dict[str, object]:
    """What the request holds once a category is taken over."""
    taken = {"standard": standard, "category": category}
    if name != "programme":
        return taken
    listed = request.get("standards") if isinstance(request, dict) else None
    kept = [item for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
    if standard not in [item.get("standard") for item in kept]:
        kept = [*kept, taken]
    return {"standards": [{**item, **taken} if item.get("standard") == standard else item for item in kept]}
