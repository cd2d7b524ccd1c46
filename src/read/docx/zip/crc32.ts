const TABLES = makeTables();

function makeTables(): Uint32Array[] {
  const first = new Uint32Array(256);
  for (let n = 0; n < 256; n++) {
    let value = n;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    first[n] = value >>> 0;
  }
  const tables = [first];
  for (let k = 1; k < 4; k++) {
    const before = tables[k - 1]!;
    tables.push(Uint32Array.from(before, (value) => (value >>> 8) ^ first[value & 255]!));
  }
  return tables;
}

/** CRC-32 of a zip entry, four bytes a step. */
export function crc32(bytes: Uint8Array): number {
  const [t0, t1, t2, t3] = TABLES as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  const end4 = bytes.length & ~3;
  let crc = -1;
  let i = 0;
  while (i < end4) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    crc = t3[crc & 255]! ^ t2[(crc >>> 8) & 255]! ^ t1[(crc >>> 16) & 255]! ^ t0[crc >>> 24]!;
    i += 4;
  }
  while (i < bytes.length) crc = (crc >>> 8) ^ t0[(crc ^ bytes[i++]!) & 255]!;
  return ~crc >>> 0;
}
