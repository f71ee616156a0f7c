// Turns every element with data-ladder-calibration, and every <ladder-calibration> that nobody else looks after, into a
// frame. A plain script, so that its own address tells where the frame is.
import { frameIn } from './host.js';

const MARK = Symbol.for('ladder-calibration.frames');
const SOUGHT = '[data-ladder-calibration], ladder-calibration';
const base = new URL('embed.html', document.currentScript.src);

function look() {
  for (const host of document.querySelectorAll(SOUGHT)) {
    if (window[MARK].has(host) || host.shadowRoot) continue;
    window[MARK].add(host);
    host.ladderFrame = frameIn(host, host, base);
  }
}

// A second copy of this script does nothing.
if (!window[MARK]) {
  window[MARK] = new WeakSet();
  let soon = 0;
  const later = () => { soon ||= requestAnimationFrame(() => { soon = 0; look(); }); };
  new MutationObserver(later).observe(document.documentElement, { childList: true, subtree: true });
  look();
}
