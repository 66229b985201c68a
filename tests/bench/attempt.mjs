// A measurement that may fail without taking the others with it: a peer that breaks leaves a row that
// says why, and the rest of the run goes on.

/** @typedef {{failed: string}} Failure */

const PATIENCE = 600; // s, for one measurement; also on a machine that has much else to do

/** @param {unknown} reason @returns {string} its first line, fit for a cell of a table */
export function plain_words(reason) {
    const words = reason instanceof Error ? reason.message : String(reason);
    return words.split('\n')[0].replace(/^page\.\w+: /, '').replaceAll('|', '¦').slice(0, 160);
}

/** @param {unknown} result @returns {result is Failure} */
export const has_failed = (result) => typeof result === 'object' && result !== null && 'failed' in result;

/**
 * @template T @param {() => Promise<T>} work @param {number} [seconds]
 * @returns {Promise<T | Failure>}
 */
export async function attempt(work, seconds = PATIENCE) {
    /** @type {NodeJS.Timeout | undefined} */ let timer;
    const late = new Promise((_, failed) => {
        timer = setTimeout(() => failed(new Error(`not done after ${seconds} s`)), seconds * 1000);
    });
    try {
        return /** @type {T} */ (await Promise.race([work(), late]));
    } catch (reason) {
        console.error(`   failed: ${plain_words(reason)}`);
        if (process.env.BUYERBOOK_BENCH_TRACE) console.error(reason);
        return { failed: plain_words(reason) };
    } finally {
        clearTimeout(timer);
    }
}

/**
 * A figure out of a result, or its failure.
 * @template T, R @param {T | Failure} result @param {(result: T) => R} make @returns {R | Failure}
 */
export const from = (result, make) => (has_failed(result) ? result : make(result));

/** One measurement over several runs; the first failure ends it. @template T */
export class Samples {
    /** @type {T[]} */
    values = [];
    /** @type {Failure | null} */
    failure = null;

    /** @param {() => Promise<T>} work @param {number} [seconds] */
    async take(work, seconds) {
        if (this.failure) return;
        const result = await attempt(work, seconds);
        if (has_failed(result)) this.failure = result;
        else this.values.push(result);
    }

    /** @template R @param {(values: T[]) => R} make @returns {R | Failure} */
    figure(make) {
        return this.failure ?? make(this.values);
    }
}
