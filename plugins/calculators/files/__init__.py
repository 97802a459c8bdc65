"""An answer as files to take along, small enough to be made in the browser."""
