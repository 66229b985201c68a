// Sizes of what is served: raw, gzip and brotli, and the sum of what a first visit must load before
// the page can be used. Compressing takes seconds, so results are kept by content in build/.
//
//     node sizes.mjs DIR    fails when the first load is over its limit

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';

export const FIRST_LOAD_LIMIT = 530_000;
const MEMORY = fileURLToPath(new URL('../build/sizes.json', import.meta.url));
// Loaded when first needed, or by the service worker behind the user's back.
const LATER = /^(ciphers\/.*|documents[^/]*|sw\.js|licences\.txt|fonts\/.*|icons\/.*|.*\.webmanifest)$/;

/** @param {Map<string, Buffer>} files @returns {{name: string, raw: number, gzip: number, brotli: number}[]} */
export function measure(files) {
    let known = {};
    try {
        known = JSON.parse(fs.readFileSync(MEMORY, 'utf8'));
    } catch {
        // Nothing measured yet.
    }
    const seen = {};
    const rows = [...files].map(([name, bytes]) => {
        const key = createHash('sha256').update(bytes).digest('hex');
        seen[key] = known[key] ?? [
            zlib.gzipSync(bytes, { level: 9 }).length,
            zlib.brotliCompressSync(bytes).length, // quality 11 unless told otherwise
        ];
        return { name, raw: bytes.length, gzip: seen[key][0], brotli: seen[key][1] };
    });
    fs.writeFileSync(MEMORY, JSON.stringify(seen));
    return rows;
}

export const isFirstLoad = (name) => !LATER.test(name);

/** @param {Map<string, Buffer>} files @returns {boolean} whether the first load is within its limit */
export function printSizes(files) {
    const rows = measure(files);
    const width = Math.max(...rows.map((row) => row.name.length));
    const line = (name, raw, gzip, brotli) =>
        console.log(name.padEnd(width), ...[raw, gzip, brotli].map((n) => String(n).padStart(9)));
    line('bytes', 'raw', 'gzip', 'brotli');
    for (const row of rows) line(row.name, row.raw, row.gzip, row.brotli);
    const first = rows.filter((row) => isFirstLoad(row.name));
    const sum = (field) => first.reduce((total, row) => total + row[field], 0);
    line('first load', sum('raw'), sum('gzip'), sum('brotli'));
    console.log(
        `first load: ${(sum('brotli') / 1000).toFixed(0)} kB brotli of ${FIRST_LOAD_LIMIT / 1000} kB allowed`,
    );
    return sum('brotli') <= FIRST_LOAD_LIMIT;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const folder = process.argv[2];
    const names = fs.readdirSync(folder, { recursive: true }).map(String).sort();
    const files = names.filter((name) => fs.statSync(path.join(folder, name)).isFile());
    const read = files.map((name) => [name, fs.readFileSync(path.join(folder, name))]);
    process.exitCode = printSizes(new Map(/** @type {[string, Buffer][]} */ (read))) ? 0 : 1;
}
