// CRC-32 as of zip and PNG, eight bytes at a time. Notices torn and decayed bytes; no protection
// against anybody.

const TABLE = new Uint32Array(8 * 256);
for (let byte = 0; byte < 256; ++byte) {
    let crc = byte;
    for (let bit = 0; bit < 8; ++bit) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    TABLE[byte] = crc;
}
for (let i = 256; i < TABLE.length; ++i) {
    const before = TABLE[i - 256] ?? 0;
    TABLE[i] = (before >>> 8) ^ (TABLE[before & 255] ?? 0);
}

/** @param {Uint8Array} bytes @param {number} before the sum of the bytes before these @returns {number} */
export function crc32(bytes, before = 0) {
    /** @param {number} table @param {number} byte */
    const of = (table, byte) => /** @type {number} */ (TABLE[(table << 8) | byte]);
    /** @param {number} at */
    const at_byte = (at) => /** @type {number} */ (bytes[at]);
    let crc = ~before;
    let at = 0;
    for (const end = bytes.length - 7; at < end; at += 8) {
        crc ^= at_byte(at) | (at_byte(at + 1) << 8) | (at_byte(at + 2) << 16) | (at_byte(at + 3) << 24);
        crc = of(7, crc & 255) ^ of(6, (crc >>> 8) & 255) ^ of(5, (crc >>> 16) & 255) ^ of(4, crc >>> 24) ^
            of(3, at_byte(at + 4)) ^ of(2, at_byte(at + 5)) ^ of(1, at_byte(at + 6)) ^ of(0, at_byte(at + 7));
    }
    for (; at < bytes.length; ++at) crc = (crc >>> 8) ^ of(0, (crc ^ at_byte(at)) & 255);
    return ~crc >>> 0;
}
