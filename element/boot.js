// The page itself: the first consumer of what wikis embed.
import { App } from './app.js';

new App(document.getElementById('app'), { ownsPage: true, keeps: true }).start();
