"""IPython's inside, of which display can be reached."""
