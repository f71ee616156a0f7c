// The document that this script works in. An author's <img name="baseURI"> hides a property of it from anyone who asks the
// document by name; the prototype answers for the document itself.
export const doc = new Proxy(document, {
  get(target, name) {
    const value = Reflect.get(Document.prototype, name, target);
    return typeof value === 'function' ? value.bind(target) : value;
  },
});
