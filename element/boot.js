// The page itself: the first consumer of what wikis embed.
import { App, sheet } from './app.js';

new App(document.getElementById('app'), { ownsPage: true, keeps: true, styles: sheet('__ROOMS_CSS__', '__ROOMS_CSS_SUM__') }).start();
