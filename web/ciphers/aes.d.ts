/** What the page uses of @noble/ciphers, which the build puts beside the modules of the page. */
export function gcm(
    key: Uint8Array, nonce: Uint8Array, also_bound?: Uint8Array,
): { encrypt(plain: Uint8Array): Uint8Array<ArrayBuffer> };
