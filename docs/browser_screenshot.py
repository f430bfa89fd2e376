"""A picture of the dashboard in a real headless Chromium: `python docs/browser_screenshot.py URL FILE.png`.

Fails when the page logs an error, asks for anything from another host, or shows no dashboard.
"""

from __future__ import annotations

import asyncio
import base64
import shutil
import sys
import tempfile
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import ClientSession

SECONDS = 12.0


async def photograph(url: str, target: Path) -> None:
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        sys.exit("no Chromium here")
    with tempfile.TemporaryDirectory() as profile:
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--remote-debugging-port=9333"]
        options += ["--window-size=1280,800", "about:blank"]
        process = await asyncio.create_subprocess_exec(browser, *options, stderr=asyncio.subprocess.DEVNULL)
        try:
            problems = await asyncio.wait_for(session(url, target), 60)
        finally:
            process.terminate()
            await process.wait()
    if problems:
        sys.exit("\n".join(problems))


async def session(url: str, target: Path) -> list[str]:
    """Open the page, wait, take the picture; the errors and foreign requests seen on the way."""
    numbers = count(1)
    problems: list[str] = []
    async with ClientSession() as client:
        for _ in range(100):
            try:
                async with client.get("http://127.0.0.1:9333/json") as answer:
                    page = next(p for p in await answer.json() if p["type"] == "page")
                break
            except (OSError, StopIteration):
                await asyncio.sleep(0.1)
        async with client.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0) as socket:

            async def ask(method: str, **params: object) -> dict[str, object]:
                number = next(numbers)
                await socket.send_json({"id": number, "method": method, "params": params})
                while True:
                    message = await socket.receive_json()
                    problems.extend(found(message, urlsplit(url).netloc))
                    if message.get("id") == number:
                        return dict(message.get("result", {}))

            for domain in ("Page", "Network", "Runtime", "Log"):
                await ask(f"{domain}.enable")
            await ask("Page.navigate", url=url)
            await asyncio.sleep(SECONDS)
            picture = await ask("Page.captureScreenshot", format="png")
            state = await ask("Runtime.evaluate", expression="document.body.className + ' ' + document.querySelectorAll('canvas').length")
    print(state.get("result"))
    target.write_bytes(base64.b64decode(str(picture["data"])))
    return problems


def found(message: dict[str, object], own: str) -> list[str]:
    """What is wrong in a message of the browser."""
    params = message.get("params")
    if not isinstance(params, dict):
        return []
    if message.get("method") == "Log.entryAdded" and params["entry"]["level"] == "error":
        return [f"{params['entry']['text']} {params['entry'].get('url', '')}"]
    if message.get("method") == "Runtime.exceptionThrown":
        return [str(params["exceptionDetails"].get("exception", params["exceptionDetails"]))]
    if message.get("method") == "Network.requestWillBeSent":
        address = urlsplit(params["request"]["url"])
        if address.scheme in ("http", "https") and address.netloc != own:
            return [f"asked elsewhere: {params['request']['url']}"]
    return []


if __name__ == "__main__":
    asyncio.run(photograph(sys.argv[1], Path(sys.argv[2])))
