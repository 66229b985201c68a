// The backup container of src/store/container.h, locked with a passphrase. All numbers are
// little-endian.
//
//     header   magic (8), u16 version, u8 key derivation (1 = PBKDF2-SHA256), u8 zero,
//              u32 iterations, salt (16)
//     check    the first 8 bytes of the header's SHA-256: a torn header is no wrong passphrase
//     chunks   u32 number, u8 last, u32 length of the content, AES-256-GCM sealed content (+ 16)
//
// The key is new with each salt, so a chunk's number is nonce enough. Each chunk is sealed together
// with the header and its own head: chunks of other containers, in another order, twice or left out
// do not open, and neither does a container without its end.

const MAGIC = new Uint8Array([...'BUYERBK\x1a'].map((c) => c.charCodeAt(0)));
const VERSION = 1;
const PBKDF2_SHA256 = 1;
const AT = { version: 8, derivation: 10, zero: 11, iterations: 12, salt: 16 };
const HEADER = 32;
const CHECK = 8;
const CHUNK = 64 * 1024;
const CHUNK_HEAD = 9;
const TAG = 16;
const ITERATIONS = 600_000;
/** Fewer is no lock, more is meant to hang the page. */
const ITERATIONS_TAKEN = { least: 100_000, most: 10_000_000 };

/**
 * @typedef {Uint8Array<ArrayBuffer>} Bytes
 * @typedef {'foreign' | 'damaged' | 'passphrase' | 'newer'} SealFault
 * @typedef {{head: Bytes, number: number, sealed: Bytes}} Chunk
 */

/** @param {Uint8Array} bytes */
const view_of = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** What a file is, before anybody is asked for a passphrase. @param {Uint8Array} file @returns {'sealed' | 'plain' | 'foreign'} */
export function container_kind(file) {
    if (file.length <= AT.derivation || MAGIC.some((byte, i) => file[i] !== byte)) return 'foreign';
    return file[AT.derivation] === 0 ? 'plain' : 'sealed';
}

/** @param {Uint8Array} content @param {string} passphrase @returns {Promise<Bytes>} */
export async function seal(content, passphrase) {
    const header = new_header();
    const key = await derived_key(header, passphrase);
    const count = Math.max(1, Math.ceil(content.length / CHUNK));
    const out = new Uint8Array(HEADER + CHECK + count * (CHUNK_HEAD + TAG) + content.length);
    out.set(header);
    out.set(await check_of(header), HEADER);
    let at = HEADER + CHECK;
    for (let number = 0; number < count; ++number) {
        const piece = content.slice(number * CHUNK, (number + 1) * CHUNK);
        const head = chunk_head(number, number === count - 1, piece.length);
        const sealed = await crypto.subtle.encrypt(bound_to(header, head, number), key, piece);
        out.set(head, at);
        out.set(new Uint8Array(sealed), at + CHUNK_HEAD);
        at += CHUNK_HEAD + sealed.byteLength;
    }
    return out;
}

/**
 * @param {Uint8Array} container @param {string} passphrase
 * @returns {Promise<{content: Bytes} | {fault: SealFault}>}
 */
export async function open_sealed(container, passphrase) {
    if (container_kind(container) !== 'sealed') return { fault: 'foreign' };
    const header = container.slice(0, HEADER);
    const fault = await header_fault(header, container.subarray(HEADER, HEADER + CHECK));
    if (fault) return { fault };
    const chunks = chunks_of(container);
    if (!chunks) return { fault: 'damaged' };

    const key = await derived_key(header, passphrase);
    const content = new Uint8Array(
        chunks.reduce((sum, { sealed }) => sum + sealed.length - TAG, 0));
    for (const { head, number, sealed } of chunks) {
        const piece = await crypto.subtle.decrypt(bound_to(header, head, number), key, sealed)
            .catch(() => null);
        // The first chunk is where a wrong passphrase shows. Damage inside of that chunk looks the
        // same and cannot be told from it; in any later chunk the passphrase was right.
        if (!piece) return { fault: number === 0 ? 'passphrase' : 'damaged' };
        content.set(new Uint8Array(piece), number * CHUNK);
    }
    return { content };
}

function new_header() {
    const header = new Uint8Array(HEADER);
    header.set(MAGIC);
    const view = view_of(header);
    view.setUint16(AT.version, VERSION, true);
    view.setUint8(AT.derivation, PBKDF2_SHA256);
    view.setUint32(AT.iterations, ITERATIONS, true);
    crypto.getRandomValues(header.subarray(AT.salt));
    return header;
}

/** @param {Bytes} header @param {Uint8Array} check @returns {Promise<SealFault | null>} */
async function header_fault(header, check) {
    const right = await check_of(header);
    if (check.length !== CHECK || right.some((byte, i) => byte !== check[i])) return 'damaged';
    const view = view_of(header);
    if (view.getUint16(AT.version, true) > VERSION) return 'newer';
    if (view.getUint8(AT.derivation) !== PBKDF2_SHA256 || view.getUint8(AT.zero)) return 'newer';
    const iterations = view.getUint32(AT.iterations, true);
    const taken = iterations >= ITERATIONS_TAKEN.least && iterations <= ITERATIONS_TAKEN.most;
    return taken ? null : 'damaged';
}

/** @param {Bytes} header */
async function check_of(header) {
    return new Uint8Array(await crypto.subtle.digest('SHA-256', header), 0, CHECK);
}

/** @param {Bytes} header @param {string} passphrase */
async function derived_key(header, passphrase) {
    // The same words from another keyboard or system may come composed in another way.
    const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
    const secret = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
    const derivation = {
        name: 'PBKDF2',
        hash: 'SHA-256',
        salt: header.slice(AT.salt),
        iterations: view_of(header).getUint32(AT.iterations, true),
    };
    return crypto.subtle.deriveKey(
        derivation, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** @param {number} number @param {boolean} last @param {number} length */
function chunk_head(number, last, length) {
    const head = new Uint8Array(CHUNK_HEAD);
    const view = view_of(head);
    view.setUint32(0, number, true);
    view.setUint8(4, last ? 1 : 0);
    view.setUint32(5, length, true);
    return head;
}

/** @param {Bytes} header @param {Bytes} head @param {number} number */
function bound_to(header, head, number) {
    const iv = new Uint8Array(12);
    view_of(iv).setUint32(0, number, true);
    const additionalData = new Uint8Array(HEADER + CHUNK_HEAD);
    additionalData.set(header);
    additionalData.set(head, HEADER);
    return { name: 'AES-GCM', iv, additionalData };
}

/** The chunks by their heads, or null where the heads alone are wrong. @param {Uint8Array} container @returns {Chunk[] | null} */
function chunks_of(container) {
    /** @type {Chunk[]} */
    const chunks = [];
    let at = HEADER + CHECK;
    for (let last = false; !last;) {
        const head = container.slice(at, at + CHUNK_HEAD);
        if (head.length < CHUNK_HEAD) return null;
        const view = view_of(head);
        const number = view.getUint32(0, true);
        const mark = view.getUint8(4);
        const length = view.getUint32(5, true);
        const whole = mark === 1 ? length <= CHUNK : length === CHUNK;
        if (number !== chunks.length || mark > 1 || !whole) return null;
        const sealed = container.slice(at + CHUNK_HEAD, at + CHUNK_HEAD + length + TAG);
        if (sealed.length < length + TAG) return null;
        chunks.push({ head, number, sealed });
        at += CHUNK_HEAD + sealed.length;
        last = mark === 1;
    }
    return at === container.length ? chunks : null;
}
