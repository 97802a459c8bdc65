"""A project for another body to start from: the generator, the rules it works by, and a skeleton of what is the body's own."""
