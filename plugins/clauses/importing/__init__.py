"""Turns a procedure that a body already has (Word, HTML, text, Markdown) into clause pages.

`readers` give blocks with their places in the source, `marks` tells what a block begins with, `outline` orders the blocks into
sections and clauses, `pages` writes them. What cannot be settled is kept as text and listed with its place.
"""
