"""Web pages: the words a reader sees, without scripts, menus and cookie banners."""

from __future__ import annotations

import re

from tracker.domain.minutes import Heading
from tracker.errors import DamagedFile
from tracker.reading.flow import Flow

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "option",
        "svg",
        "canvas",
        "iframe",
        "object",
        "embed",
        "head",
        "math",
        "video",
        "audio",
        "dialog",
    ]
)
_PARAGRAPHS = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "table",
        "section",
        "article",
        "header",
        "main",
        "blockquote",
        "pre",
        "figure",
        "hr",
        "fieldset",
        "address",
    ]
)
_LINES = frozenset(["div", "li", "tr", "dt", "dd", "caption", "legend", "summary", "details", "tbody", "thead", "figcaption"])
_UNWANTED = re.compile(
    r"(?:^|[\s_-])(?:cookie|cookies|consent|gdpr|navigation|navbar|nav|menu|breadcrumbs?|sidebar|skip-?link|social|share|del-siden|footer|sr-only"
    r"|visually-?hidden|search-?box|banner)(?:$|[\s_-])|cookie",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ROLES = frozenset(("navigation", "banner", "search", "contentinfo", "dialog", "alertdialog", "menu", "menubar"))
_BLANKS = re.compile(r"[ \t\r\n\f\u00a0]+")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def text_of_html(markup: str, name: str, headings: list[Heading] | None = None) -> str:
    """The visible text of a web page; `headings` takes those it has, in order. Raises DamagedFile where nothing can be parsed."""
    from lxml import etree
    from lxml import html as lxml_html

    cleaned = _DECLARATION.sub("", markup.replace("\0", "").encode("utf-8", "replace").decode("utf-8"))
    try:
        root = lxml_html.document_fromstring(cleaned, parser=lxml_html.HTMLParser(huge_tree=True, no_network=True, encoding=None))
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise DamagedFile(name=name, reason="no web page in it") from error
    if headings is not None:
        found = ((element.tag, _clean(element.text_content(), "").strip()) for element in root.iter("h1", "h2", "h3", "h4", "h5", "h6"))
        headings += [Heading(int(tag[1]), words) for tag, words in found if words]
    main = root.xpath("//main | //*[@role='main']")
    text = _walk(root)
    if len(main) == 1:
        inner = _walk(main[0])
        if len(inner) * 2 > len(text):
            return inner
    return text


def _walk(root) -> str:  # type: ignore[no-untyped-def]  # noqa: ANN001 - lxml has no types
    from lxml import etree

    page = Flow()
    stack = [page]
    rows: list[list[Flow]] = []
    numbers: list[int | None] = []
    skipping = None
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag
        if event == "start":
            if skipping is not None:
                continue
            if _skipped(element, tag) and element is not root:
                skipping = element
                continue
            _open(tag, element, stack, rows, numbers)
            stack[-1].write(_clean(element.text, tag))
            continue
        if skipping is not None:
            if skipping is element and event == "end":
                skipping = None
                stack[-1].write(_clean(element.tail, ""))
            continue
        if event == "end":
            _close(tag, stack, rows, numbers)
        if element is not root:
            stack[-1].write(_clean(element.tail, ""))
    return page.text()


def _skipped(element, tag: object) -> bool:  # type: ignore[no-untyped-def]  # noqa: ANN001
    if not isinstance(tag, str) or tag in _SKIPPED:
        return True
    get = element.get
    if get("hidden") is not None or get("aria-hidden") == "true" or (get("role") or "").lower() in _ROLES:
        return True
    if _HIDDEN_STYLE.search(get("style") or ""):
        return True
    if tag in ("body", "html", "main", "article", "td", "tr", "table"):
        return False
    return bool(_UNWANTED.search(f"{get('class') or ''} {get('id') or ''}"[:300]))


def _clean(text: str | None, tag: object) -> str:
    if not text:
        return ""
    return text if tag == "pre" else _BLANKS.sub(" ", text)


def _open(tag: str, element, stack: list[Flow], rows: list[list[Flow]], numbers: list[int | None]) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    flow = stack[-1]
    if tag == "br":
        flow.line()
    elif tag in ("td", "th"):
        if not rows:
            rows.append([])
        cell = Flow()
        rows[-1].append(cell)
        stack.append(cell)
    elif tag == "tr":
        flow.line()
        rows.append([])
    elif tag in _PARAGRAPHS:
        flow.blank()
        if tag in ("ol", "ul"):
            start = element.get("start") or "1"
            numbers.append(
                int(start) if tag == "ol" and start.lstrip("-").isdigit() and len(start) < 7 and not element.get("type") else None
            )
    elif tag == "li":
        number = numbers[-1] if numbers else None
        if number is None:
            flow.line("- ")
        else:
            flow.line(f"{number}. ")
            numbers[-1] = number + 1
    elif tag in _LINES:
        flow.line()


def _close(tag: object, stack: list[Flow], rows: list[list[Flow]], numbers: list[int | None]) -> None:
    if tag in ("td", "th"):
        if len(stack) > 1:
            stack.pop()
    elif tag == "tr":
        if rows:
            stack[-1].row(rows.pop())
    elif tag in _PARAGRAPHS:
        stack[-1].blank()
        if tag in ("ol", "ul") and numbers:
            numbers.pop()
    elif tag in _LINES:
        stack[-1].line()
