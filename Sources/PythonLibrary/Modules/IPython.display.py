"""What notebooks show beside the values of their cells. Rich forms show as the text that stands for them."""

from _display import display

__all__ = [
    "display", "clear_output", "publish_display_data", "update_display", "DisplayHandle", "DisplayObject", "TextDisplayObject",
    "Pretty", "HTML", "Markdown", "Math", "Latex", "SVG", "JSON", "Javascript", "Image", "Code", "IFrame"]


def clear_output(wait=False):
    """Clear the output of the current cell receiving output."""
    from _display import clear
    clear()


class DisplayHandle:
    """A handle on an updatable display."""

    def __init__(self, display_id=None):
        self.display_id = display_id or "nbcheck"

    def __repr__(self):
        return f"<{self.__class__.__name__} display_id={self.display_id}>"

    def display(self, obj, **kwargs):
        display(obj, **kwargs)

    def update(self, obj, **kwargs):
        raise NotImplementedError("DisplayHandle.update is not available in nbcheck")


def update_display(obj, *, display_id, **kwargs):
    raise NotImplementedError("IPython.display.update_display is not available in nbcheck")


def publish_display_data(data, metadata=None, *, transient=None, **kwargs):
    """Show the plain text of a bundle of forms."""
    display(Pretty(data.get("text/plain", "")))


class DisplayObject:
    """An object that wraps data to be displayed."""

    __module__ = "IPython.core.display"
    _read_flags = "r"

    def __init__(self, data=None, url=None, filename=None, metadata=None):
        if url is not None:
            raise NotImplementedError("displaying what a url points to is not available in nbcheck")
        self.data = data
        self.url = None
        self.filename = filename
        self.metadata = metadata or {}
        if filename is not None:
            self.reload()

    def reload(self):
        with open(self.filename, self._read_flags) as file:
            self.data = file.read()

    def __repr__(self):
        return f"<{self.__class__.__module__}.{self.__class__.__name__} object>"


class TextDisplayObject(DisplayObject):
    """Create a text display object given raw data."""

    __module__ = "IPython.core.display"

    def __init__(self, data=None, url=None, filename=None, metadata=None):
        if data is not None and not isinstance(data, str):
            raise TypeError(f"{self.__class__.__name__} expects text, not {data!r}")
        super().__init__(data, url, filename, metadata)


class Pretty(TextDisplayObject):
    __module__ = "IPython.core.display"

    def __repr__(self):
        return self.data


class HTML(TextDisplayObject):
    __module__ = "IPython.core.display"

    def _repr_html_(self):
        return self.data

    def __html__(self):
        return self.data


class Markdown(TextDisplayObject):
    __module__ = "IPython.core.display"

    def _repr_markdown_(self):
        return self.data


class Math(TextDisplayObject):
    __module__ = "IPython.core.display"

    def _repr_latex_(self):
        return f"$\\displaystyle {self.data.strip('$')}$"


class Latex(TextDisplayObject):
    __module__ = "IPython.core.display"

    def _repr_latex_(self):
        return self.data


class SVG(DisplayObject):
    __module__ = "IPython.core.display"

    def _repr_svg_(self):
        return self.data


class JSON(DisplayObject):
    __module__ = "IPython.core.display"


class Javascript(TextDisplayObject):
    __module__ = "IPython.core.display"


class Code(TextDisplayObject):
    __module__ = "IPython.lib.display"

    def __init__(self, data=None, url=None, filename=None, language=None):
        self.language = language
        super().__init__(data=data, url=url, filename=filename)

    def __repr__(self):
        return self.data


class Image(DisplayObject):
    """An image, of which only its name or data are kept."""

    __module__ = "IPython.core.display"
    _read_flags = "rb"

    def __init__(
        self, data=None, url=None, filename=None, format=None, embed=None, width=None, height=None, retina=False,
        unconfined=False, metadata=None, alt=None
    ):
        self.data = data
        self.url = url
        self.filename = filename
        self.format = format
        self.width = width
        self.height = height
        self.alt = alt
        self.metadata = metadata or {}


class IFrame:
    """A frame that shows another page."""

    def __init__(self, src, width, height, extras=None, **kwargs):
        self.src = src
        self.width = width
        self.height = height
