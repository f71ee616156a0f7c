// The document of this script. An author's <img name="baseURI"> would shadow a property of the document object; the getter
// of the prototype is not shadowed.
export const doc = new Proxy(document, {
  get(target, name) {
    const value = Reflect.get(Document.prototype, name, target);
    return typeof value === 'function' ? value.bind(target) : value;
  },
});
