// Chance that can be repeated: a campaign tells its seed.

/** @typedef {ReturnType<typeof chance>} Chance */

/** @param {number} seed */
export function chance(seed) {
    let state = seed >>> 0;
    /** mulberry32 */
    const next = () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = state;
        mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
    return {
        /** @param {number} count @returns {number} 0 … count − 1 */
        below: (count) => Math.floor(next() * count),
        /** @template T @param {T[]} list @returns {T} */
        one_of: (list) => list[Math.floor(next() * list.length)],
    };
}

/** @param {number} ms */
export const pause = (ms) => new Promise((later) => setTimeout(later, ms));
