// What the build named after its contents, each with what the browser compares it with. The build fills it in.
export const glue = () => import('./glue.js');
export const glueFile = [new URL('./glue.js', import.meta.url), '%glue-hash%'];
export const entry = [new URL('../%entry%', import.meta.url), '%entry-hash%'];
export const styles = [new URL('../%styles%', import.meta.url), '%styles-hash%'];
