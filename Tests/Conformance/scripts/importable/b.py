B = "b"; print(__package__, __name__)
