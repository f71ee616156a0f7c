// Reads what LZMA packed, as Igor Pavlov's specification describes it (LZMA SDK, lzma-specification.txt): a range coder
// over adaptive bits, and matches at the last four distances or at a new one.
const table = (length) => new Uint16Array(length).fill(1024);

/** The bytes of an `.lzma` file that says how long they are. */
export function unlzma(data) {
  const settings = data[0];
  const [lc, lp, pb] = [settings % 9, Math.floor(settings / 9) % 5, Math.floor(settings / 45)];
  const header = new DataView(data.buffer, data.byteOffset);
  const out = new Uint8Array(header.getUint32(5, true));
  let [range, code, at] = [0xffffffff, header.getUint32(14), 18];

  const refill = () => {
    if (range >= 0x1000000) return;
    range = (range << 8) >>> 0;
    code = ((code << 8) | data[at++]) >>> 0;
  };
  const bit = (odds, index) => {
    refill();
    const bound = (range >>> 11) * odds[index];
    if (code < bound) {
      range = bound;
      odds[index] += (2048 - odds[index]) >> 5;
      return 0;
    }
    range -= bound;
    code -= bound;
    odds[index] -= odds[index] >> 5;
    return 1;
  };
  const even = (count) => {
    let value = 0;
    for (let i = 0; i < count; i++) {
      refill();
      range >>>= 1;
      const one = code >= range;
      if (one) code -= range;
      value = (value << 1) | one;
    }
    return value;
  };
  const tree = (odds, offset, bits) => {
    let node = 1;
    for (let i = 0; i < bits; i++) node = (node << 1) | bit(odds, offset + node);
    return node - (1 << bits);
  };
  const reverse = (odds, offset, bits) => {
    let [node, value] = [1, 0];
    for (let i = 0; i < bits; i++) {
      const next = bit(odds, offset + node);
      node = (node << 1) | next;
      value |= next << i;
    }
    return value;
  };
  const lengths = () => {
    const [choice, low, middle, high] = [table(2), table(128), table(128), table(256)];
    return (place) => {
      if (!bit(choice, 0)) return tree(low, place << 3, 3);
      return bit(choice, 1) ? 16 + tree(high, 0, 8) : 8 + tree(middle, place << 3, 3);
    };
  };

  const literals = table(0x300 << (lc + lp));
  const [isMatch, isRep, isRep0, isRep1, isRep2, isLong] = [table(192), table(12), table(12), table(12), table(12), table(192)];
  const [slots, near, align] = [table(256), table(128), table(16)];
  const [matchLength, repLength] = [lengths(), lengths()];
  const distance = (length) => {
    const slot = tree(slots, Math.min(length, 3) << 6, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << bits;
    if (slot < 14) return base + reverse(near, base - slot, bits);
    return base + (even(bits - 4) << 4) + reverse(align, 0, 4);
  };

  let [state, end, reps] = [0, 0, [0, 0, 0, 0]];
  const literal = () => {
    const before = end ? out[end - 1] : 0;
    const offset = 0x300 * (((end & ((1 << lp) - 1)) << lc) + (before >> (8 - lc)));
    let symbol = 1;
    if (state >= 7) {
      let match = out[end - reps[0] - 1];
      while (symbol < 0x100) {
        const expected = (match >> 7) & 1;
        match <<= 1;
        const found = bit(literals, offset + ((1 + expected) << 8) + symbol);
        symbol = (symbol << 1) | found;
        if (found !== expected) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | bit(literals, offset + symbol);
    out[end++] = symbol;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  };
  const copy = (length) => {
    for (let i = 0; i < length && end < out.length; i++, end++) out[end] = out[end - reps[0] - 1];
  };

  while (end < out.length) {
    const place = end & ((1 << pb) - 1);
    if (!bit(isMatch, (state << 4) + place)) {
      literal();
    } else if (!bit(isRep, state)) {
      const length = matchLength(place);
      state = state < 7 ? 7 : 10;
      reps = [distance(length), reps[0], reps[1], reps[2]];
      copy(length + 2);
    } else {
      let short = false;
      if (!bit(isRep0, state)) short = !bit(isLong, (state << 4) + place);
      else if (!bit(isRep1, state)) reps = [reps[1], reps[0], reps[2], reps[3]];
      else if (!bit(isRep2, state)) reps = [reps[2], reps[0], reps[1], reps[3]];
      else reps = [reps[3], reps[0], reps[1], reps[2]];
      if (short) {
        state = state < 7 ? 9 : 11;
        copy(1);
      } else {
        state = state < 7 ? 8 : 11;
        copy(repLength(place) + 2);
      }
    }
  }
  return out;
}
