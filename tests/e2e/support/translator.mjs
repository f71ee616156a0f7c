// The effect of a browser's translator on a page: visible texts are put into elements of its own with other words, and
// their original nodes are no longer in the page. Texts that are added later are treated in the same way. A careless one
// also translates what is marked as not to be translated; no translator changes drawings.

/** Runs in the page; there `translatePage(heedless)` begins. */
export function translator() {
  window.translatePage = (heedless) => {
    const own = new WeakSet();
    const untouched = `script, style, textarea, select, svg${heedless ? '' : ', [translate="no"], .notranslate'}`;
    const translate = (node) => {
      const parent = node.parentElement;
      if (!parent || own.has(node) || !node.data.trim() || parent.closest(untouched)) return;
      const inside = document.createElement('font');
      inside.textContent = node.data.replace(/\p{L}{3,}/gu, (word) => `\u00b7${word.toLowerCase()}\u00b7`);
      own.add(inside.firstChild);
      const around = document.createElement('font');
      around.append(inside);
      node.replaceWith(around);
    };
    const below = (root) => {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found = [];
      while (texts.nextNode()) found.push(texts.currentNode);
      found.forEach(translate);
    };
    document.documentElement.lang = 'de';
    below(document.body);
    new MutationObserver((changes) => {
      for (const node of changes.flatMap((change) => [...change.addedNodes])) {
        if (node.nodeType === Node.TEXT_NODE) translate(node);
        else if (node.nodeType === Node.ELEMENT_NODE && node.localName !== 'font') below(node);
      }
    }).observe(document.body, { childList: true, subtree: true });
  };
}

const plain = (text) => text.replaceAll('\u00b7', '').replace(/\s+/g, ' ').trim().toLowerCase();

/** Everything that is on the page, seen or not, as it was before a translator put its marks on it. */
export async function said(page) {
  // Two records of the same answers differ by a few bytes: their ids are drawn.
  return plain(await page.locator('.page').evaluate((e) => e.textContent)).replace(/\d+(\.\d)? kb/g, 'kb');
}

/** Presses what has these words, in whichever language. */
export async function press(page, words, nth = 0) {
  const done = () => page.evaluate(([wanted, n]) => {
    const bare = (text) => text.replaceAll('\u00b7', '').replace(/\s+/g, ' ').trim().toLowerCase();
    const all = [...document.querySelectorAll('.page :is(button, a, summary, label)')].filter((e) => e.getClientRects().length > 0);
    const found = all.filter((e) => [bare(e.innerText), bare(e.getAttribute('aria-label') ?? '')].includes(wanted));
    found[n]?.click();
    return found.length > n;
  }, [plain(words), nth]);
  const until = Date.now() + 8000;
  while (!(await done())) {
    if (Date.now() > until) throw new Error(`nothing says "${words}": ${(await said(page)).slice(0, 400)}`);
    await page.waitForTimeout(50);
  }
}
