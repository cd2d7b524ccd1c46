/*
 * What the core and its libraries use and Chromium 86 does not have yet (UOS, 360). Each is put in only where it is
 * missing, and does what the callers here need of it. Syntax is no concern of this file: the build lowers it.
 */
const put = (where: object, name: string, what: unknown) => {
  if (!(name in where)) Object.defineProperty(where, name, { value: what, configurable: true, writable: true });
};

function at(this: ArrayLike<unknown>, index: number): unknown {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

function lastAt(list: ArrayLike<unknown>, test: (one: unknown, at: number, all: unknown) => unknown): number {
  let index = list.length - 1;
  while (index >= 0 && !test(list[index], index, list)) index--;
  return index;
}

/** Chrome 92. */
for (const kind of [Array, String, Object.getPrototypeOf(Uint8Array)]) put(kind.prototype, "at", at);
/** Chrome 93. */
const has = Object.prototype.hasOwnProperty;
put(Object, "hasOwn", (object: object, name: PropertyKey) => Reflect.apply(has, object, [name]));
/** Chrome 97. */
put(Array.prototype, "findLast", function (this: unknown[], test: () => unknown) {
  return this[lastAt(this, test)];
});
put(Array.prototype, "findLastIndex", function (this: unknown[], test: () => unknown) {
  return lastAt(this, test);
});
/** Chrome 110. */
put(Array.prototype, "toSorted", function (this: unknown[], order?: (a: unknown, b: unknown) => number) {
  return Array.from(this).sort(order);
});
put(Array.prototype, "toReversed", function (this: unknown[]) {
  return Array.from(this).reverse();
});
/** Chrome 98; plain data alone is copied here. */
put(globalThis, "structuredClone", (value: unknown) => JSON.parse(JSON.stringify(value)));
