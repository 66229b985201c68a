// Figures of repeated measurements, and the table of them beside the goals.

import { has_failed } from './attempt.mjs';

/** @typedef {import('./attempt.mjs').Failure} Failure */
/** @typedef {{value: number, low: number, high: number}} Figure */
/** @typedef {{job: string, peer: string, theirs: Figure | Failure | null, ours: Figure | Failure | null,
 *  unit: string, must?: number, aim?: number, note?: string, apart?: boolean}} Row */

const NOISE = 1.3; // what two runs may differ on a machine with other work
const NOISE_OF_SHORT = 2; // below 5 ms
const SHORT = 5;

/** @param {number[]} samples @param {number} share 0–1 @returns {Figure} */
export function percentile(samples, share) {
    const sorted = [...samples].sort((a, b) => a - b);
    const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    return { value, low: sorted[0], high: sorted[sorted.length - 1] };
}

/** @param {number[]} samples @returns {Figure} */
export const median = (samples) => percentile(samples, 0.5);
/** @param {number} value @returns {Figure} */
export const once = (value) => ({ value, low: value, high: value });

/** @param {number} value @returns {string} three digits */
function shown(value) {
    if (value === 0) return '0';
    if (value >= 100) return Math.round(value).toLocaleString('en-US');
    return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** @param {Figure | Failure | null} figure @param {string} unit */
function figure_text(figure, unit) {
    if (!figure) return '—';
    if (has_failed(figure)) return `failed: ${figure.failed}`;
    const range = figure.low === figure.high ? '' : ` (${shown(figure.low)}–${shown(figure.high)})`;
    return `${shown(figure.value)}${range} ${unit}`;
}

/** @param {Row} row @returns {number | null} the share of the peer's figure, or our own where a goal is absolute */
export function ratio({ ours, theirs, apart }) {
    if (!ours || has_failed(ours)) return null;
    if (apart) return ours.value;
    return theirs && !has_failed(theirs) ? ours.value / theirs.value : null;
}

/** @param {Row} row how much may be noise */
function margin(row) {
    if (!['ms', 's'].includes(row.unit)) return 1;
    const values = [row.ours, row.theirs].map((one) => (one && !has_failed(one) ? one.value : Infinity));
    return Math.min(...values) < SHORT ? NOISE_OF_SHORT : NOISE;
}

/** @param {Row} row @returns {string} */
export function verdict(row) {
    if (has_failed(row.ours)) return '**failed**';
    const reached = ratio(row);
    if (reached === null || row.must === undefined || row.aim === undefined) return '';
    if (reached <= row.aim) return 'met aim';
    if (reached <= row.must) return 'met must';
    return reached <= row.must * margin(row) ? 'met must within noise' : '**missed**';
}

/** @param {Row} row */
function goal_text(row, /** @type {number | undefined} */ goal) {
    if (goal === undefined) return '';
    return row.apart ? `≤ ${shown(goal)} ${row.unit}` : `≤ ${goal}`;
}

export class Report {
    /** @type {Row[]} */
    rows = [];
    /** @type {string[]} */
    notes = [];

    /** @param {Omit<Row, 'unit'> & {unit?: string}} row */
    add(row) {
        const whole = { unit: 'ms', ...row };
        this.rows.push(whole);
        console.error(`   ${this.#line(whole)}`);
    }

    /** What ours does not do yet. @param {string} job @param {string} peer @param {Figure | null} theirs */
    absent(job, peer, theirs = null) {
        this.add({ job, peer, theirs, ours: null, note: 'not there yet' });
    }

    /** @param {string} words */
    note(words) {
        this.notes.push(words);
        console.error(`   ${words}`);
    }

    /** @param {Row} row */
    #line(row) {
        const share = ratio(row);
        const cells = [
            row.job, row.peer, figure_text(row.theirs, row.unit), figure_text(row.ours, row.unit),
            share === null || row.apart ? '' : share.toFixed(share < 0.1 ? 3 : 2),
            goal_text(row, row.must), goal_text(row, row.aim), row.note ?? verdict(row),
        ];
        return `| ${cells.join(' | ')} |`;
    }

    /** @param {string} head what was measured where @returns {string} Markdown */
    markdown(head) {
        return [
            head, '',
            '| job | peer | peer median (min–max) | ours median (min–max) | ratio | must | aim | met? |',
            '| --- | --- | --- | --- | --- | --- | --- | --- |',
            ...this.rows.map((row) => this.#line(row)),
            ...(this.notes.length ? ['', ...this.notes.map((note) => `* ${note}`)] : []),
        ].join('\n');
    }
}
