// What the page and the program read and write in the program's memory, beside plain bytes.

/** @typedef {import('./host_types.js').ProgramModule} ProgramModule */

/**
 * @typedef {object} FrameResult
 * @property {boolean} again
 * @property {boolean} unfinished nothing was drawn yet, the next call gets further; the rest says nothing
 * @property {boolean} working work() is wanted
 * @property {number} wake_after_ms -1 = only when something happens
 * @property {number | null} focus node to focus, 0 = none, null = leave it
 * @property {boolean} hand_cursor
 * @property {number} background 0xRRGGBB
 * @property {boolean} dark
 * @property {boolean} english else Chinese
 * @property {Uint8Array | null} semantics a view, valid until the next call; null = unchanged
 */

/** @param {ProgramModule} m @param {number} at a PackedFrameResult of src/platform/page.h @returns {FrameResult} */
export function read_frame_result(m, at) {
    const [again, unfinished, working, wake, move_focus, focus, hand_cursor, background, dark, english, changed, start, length] =
        m.HEAPU32.subarray(at >> 2, (at >> 2) + 13);
    return {
        again: again !== 0,
        unfinished: unfinished !== 0,
        working: working !== 0,
        wake_after_ms: wake | 0,
        focus: move_focus ? focus : null,
        hand_cursor: hand_cursor !== 0,
        background,
        dark: dark !== 0,
        english: english !== 0,
        semantics: changed ? m.HEAPU8.subarray(start, start + length) : null,
    };
}

/**
 * The layout of src/platform/store_messages.h, written straight into the program's memory.
 * @param {import('./host_types.js').Row[]} rows @param {Uint8Array[]} keys @param {Uint8Array} out
 */
export function pack_rows(rows, keys, out) {
    const view = new DataView(out.buffer, out.byteOffset);
    let at = 0;
    const number = (/** @type {number} */ value) => {
        view.setUint32(at, value, true);
        at += 4;
    };
    number(rows.length);
    rows.forEach(({ bytes }, i) => {
        for (const part of [keys[i], bytes]) {
            number(part.length);
            out.set(part, at);
            at += part.length;
        }
    });
}
