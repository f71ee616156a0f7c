// The single file: everything is inside, and nothing is asked for.
import { App } from './app.js';

new App(document.getElementById('app'), { ownsPage: true, keeps: true }).start();
