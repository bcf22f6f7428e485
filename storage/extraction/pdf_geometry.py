"""From PDF's user space to the page as it is shown: turned, cropped, measured from the top left corner in points."""

from ctypes import c_int
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

# FPDF_PageToDevice answers in whole pixels; a large page makes them small.
_PRECISION = 1000
_SIDE = 1000.0


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def intersects(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    @property
    def area(self) -> float:
        return max(self.right - self.left, 0.0) * max(self.bottom - self.top, 0.0)

    def common(self, other: "Box") -> float:
        """The area that both share."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 and height > 0 else 0.0

    def contains(self, other: "Box", *, slack: float) -> bool:
        return (
            self.left <= other.left + slack
            and self.top <= other.top + slack
            and self.right >= other.right - slack
            and self.bottom >= other.bottom - slack
        )

    def grown(self, by: float) -> "Box":
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def joined(self, other: "Box") -> "Box":
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


class Geometry:
    """The affine map of one page, taken from three points."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.width, self.height = page.get_size()
        self._x0, self._y0 = self._shown(page, 0, 0)
        x1, y1 = self._shown(page, _SIDE, 0)
        x2, y2 = self._shown(page, 0, _SIDE)
        self._a, self._b = (x1 - self._x0) / _SIDE, (y1 - self._y0) / _SIDE
        self._c, self._d = (x2 - self._x0) / _SIDE, (y2 - self._y0) / _SIDE

        # The common case is worth its own path: a box is asked for several times a line.
        self._upright = not self._b and not self._c and self._a > 0 > self._d
        self.page = Box(0, 0, self.width, self.height)
        # With what a printer cuts off: the crop box is shown, the media box is not.
        self.sheet = self.box(*page.get_mediabox())

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        if self._upright:
            return Box(
                self._x0 + self._a * left,
                self._y0 + self._d * top,
                self._x0 + self._a * right,
                self._y0 + self._d * bottom,
            )
        x1, y1 = self._point(left, bottom)
        x2, y2 = self._point(right, top)
        return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return self._x0 + self._a * x + self._c * y, self._y0 + self._b * x + self._d * y

    def _shown(self, page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
        device_x, device_y = c_int(), c_int()
        size = (int(self.width * _PRECISION) or 1, int(self.height * _PRECISION) or 1)
        raw.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, device_x, device_y)
        return device_x.value * self.width / size[0], device_y.value * self.height / size[1]
