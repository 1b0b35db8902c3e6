print(__spec__.name, __spec__.parent, __spec__.origin.endswith("specified.py"), __loader__ is __spec__.loader)
