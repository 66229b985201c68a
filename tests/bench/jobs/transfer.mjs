// What a first visit must transfer, packed with brotli: code until the first use, and a Chinese font.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { isFirstLoad } from '../../../tools/sizes.mjs';
import { once } from '../table.mjs';
import { DEXIE, GRID } from './prepared.mjs';

/** @typedef {import('./prepared.mjs').Bench} Bench */

const EXCEL = 'exceljs/dist/exceljs.min.js';
const PDF = 'pdfmake/build/pdfmake.min.js';
export const FONT = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';

/** Packing a font takes half a minute: what was packed before is remembered. @param {import('../data.mjs').Data} data @param {string} file @returns {number} bytes */
function packed(data, file) {
    const bytes = fs.readFileSync(file);
    const memory = path.join(data.cache, 'packed-sizes.json');
    const known = fs.existsSync(memory) ? JSON.parse(fs.readFileSync(memory, 'utf8')) : {};
    const key = createHash('sha256').update(bytes).digest('hex');
    known[key] ??= brotliCompressSync(bytes).length;
    fs.writeFileSync(memory, JSON.stringify(known));
    return known[key];
}

/** @param {Bench} bench */
export async function transfer({ desk, data, report }) {
    const dist = desk.mounts['/app/'];
    const kilobytes = (/** @type {string[]} */ files) =>
        files.reduce((sum, file) => sum + packed(data, file), 0) / 1000;
    const npm = (/** @type {string} */ name) => path.join(data.packages, name);
    const names = fs.readdirSync(dist).filter((name) => fs.statSync(path.join(dist, name)).isFile());
    const first = names.filter(isFirstLoad).map((name) => path.join(dist, name));
    const documents = names.filter((name) => /^documents/.test(name)).map((name) => path.join(dist, name));
    const theirs = kilobytes([DEXIE, GRID, EXCEL, PDF].map(npm));
    report.add({
        job: 'code to first use, brotli (with documents)', peer: 'AG Grid + Dexie + ExcelJS + pdfmake',
        theirs: once(theirs), ours: once(kilobytes([...first, ...documents])), unit: 'kB', must: 1, aim: 0.6,
    });
    report.add({
        job: 'code to the first screen, brotli', peer: 'AG Grid + Dexie', unit: 'kB',
        theirs: once(kilobytes([DEXIE, GRID].map(npm))), ours: once(kilobytes(first)),
    });
    const font = [path.join(dist, 'fonts/sc-regular.otf')];
    report.add({
        job: 'Chinese font (regular), brotli', peer: 'whole Noto Sans SC', unit: 'kB', must: 0.4, aim: 0.25,
        theirs: once(kilobytes([npm(FONT)])), ours: once(kilobytes(font)),
    });
}
