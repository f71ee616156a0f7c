// Turns every element with data-ladder-calibration, and every undefined <ladder-calibration>, into a frame. It is a classic
// script, so that its own address gives the address of the frame.
import { doc } from './document.js';
import { frameIn } from './host.js';

const MARK = Symbol.for('ladder-calibration.frames');
const SOUGHT = '[data-ladder-calibration], ladder-calibration';
const script = doc.currentScript;
if (!(script instanceof HTMLScriptElement)) throw new Error('embed.js has to be loaded by a script element of its own, because its address tells where the frame is.');
const base = new URL('embed.html', script.src);

function look() {
  for (const host of doc.querySelectorAll(SOUGHT)) {
    if (host.shadowRoot) continue;
    if (window[MARK].has(host)) {
      host.ladderFrame?.listen();
      continue;
    }
    window[MARK].add(host);
    host.ladderFrame = frameIn(host, host, base);
  }
}

// A second copy of this script does nothing.
if (!window[MARK]) {
  window[MARK] = new WeakSet();
  let soon = 0;
  const later = () => { soon ||= requestAnimationFrame(() => { soon = 0; look(); }); };
  new MutationObserver(later).observe(doc.documentElement, { childList: true, subtree: true });
  look();
}
