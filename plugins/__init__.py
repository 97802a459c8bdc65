"""What the build adds to MkDocs."""
