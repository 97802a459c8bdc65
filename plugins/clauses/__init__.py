"""Addresses, references and checks for the clauses of the published documents.

Three layers, each knowing only the ones above it:

1. the core, which knows neither MkDocs nor Markdown's renderer: `front_matter`, `grammar`, `numbering`, `scanner`,
   `recogniser`, `registry`, `checks` (with `wording`, `quantities`, `force`, `code`, `fingerprints`, `waivers`), `report`, `published`;
2. a Python-Markdown extension: `extension` with `places`, `links` and `panel`;
3. a thin MkDocs plugin: `plugin`.
"""
