"""Does a shape fill its box? A frame, a line or a sliver in a large box has nothing to write upon."""

from xml.etree.ElementTree import Element

from storage.extraction.docx_colours import A

# These fill at least half of it, however they are adjusted.
_FULL = {
    "rect", "roundRect", "round1Rect", "round2SameRect", "round2DiagRect", "snip1Rect", "snip2SameRect",
    "snip2DiagRect", "snipRoundRect", "ellipse", "homePlate", "plaque", "octagon", "foldedCorner", "bevel",
    "flowChartProcess", "flowChartAlternateProcess", "flowChartDelay", "flowChartDocument", "flowChartManualInput",
    "flowChartOffpageConnector", "flowChartTerminator",
}  # fmt: skip
_LEAST_SHARE = 0.5
_MOST_POINTS = 5_000


def fills_its_box(properties: Element) -> bool:
    preset = properties.find(f"{A}prstGeom")
    if preset is not None:
        return preset.get("prst") in _FULL
    paths = properties.findall(f"{A}custGeom/{A}pathLst/{A}path")
    # A picture or a shape without any geometry is a rectangle.
    return any(map(_is_full, paths)) if properties.find(f"{A}custGeom") is not None else True


def _is_full(path: Element) -> bool:
    width, height = _whole(path.get("w")), _whole(path.get("h"))
    points = [(_whole(point.get("x")), _whole(point.get("y"))) for point in list(path.iter(f"{A}pt"))[:_MOST_POINTS]]
    if not width or not height or not points or path.get("fill") == "none":
        return False
    following = [*points[1:], points[0]]
    area = abs(sum(x * below - right * y for (x, y), (right, below) in zip(points, following, strict=True))) / 2
    return area >= _LEAST_SHARE * width * height


def _whole(text: str | None) -> int:
    """Points may be named by formulas, which are not followed."""
    text = text or ""
    return int(text) if text.lstrip("-").isdecimal() else 0
