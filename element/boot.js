// The page itself, which uses the same app as the element and the frame.
import { App } from './app.js';

new App(document.getElementById('app'), { ownsPage: true, keeps: true }).start();
