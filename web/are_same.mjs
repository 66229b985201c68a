// Whether two rows hold the same bytes.

/** @param {Uint8Array} a @param {Uint8Array | undefined} b */
export const are_same = (a, b) => a.length === b?.length && a.every((byte, i) => byte === b[i]);
