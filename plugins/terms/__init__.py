"""The terms of the documents: the term base, the glossary made from it, its exports, and terms explained where they stand."""
