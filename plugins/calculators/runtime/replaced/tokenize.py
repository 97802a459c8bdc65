"""The signs of a source text, of which there are none here: asked only whether a text ends in a semicolon."""

from token import *
from token import COMMENT, ENDMARKER, NEWLINE, NL, OP


def generate_tokens(readline):
    return ()
