// Quotes of 10 and 100 lines with pictures as XLSX and PDF, looked at by other programs before they count.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { attempt, from } from '../attempt.mjs';
import { worker_page, write } from '../ours/documents.mjs';
import { median, once } from '../table.mjs';
import { FONT } from './transfer.mjs';

/** @typedef {import('./prepared.mjs').Bench} Bench */
/** @typedef {import('../attempt.mjs').Failure} Failure */
/** @typedef {{first: number, times: number[], bytes: Buffer}} Written */

const WORDS = [
    '宁波明途照明有限公司', '云龙家居（香港）有限公司', '可调光面板灯', '太阳能庭院灯', '显色指数大于80',
    '收到定金后30天', '颜色、包装按贵方询盘',
];
const SCRIPTS = {
    excel: 'exceljs/dist/exceljs.min.js',
    pdfmake: 'pdfmake/build/pdfmake.min.js',
    js_pdf: 'jspdf/dist/jspdf.umd.min.js',
};
const NAMES = { pdfmake: 'pdfmake', js_pdf: 'jsPDF' };
const SCALE = 3; // pixels a point
const PAPER = 208; // and brighter, of 255
const INK_LEAST = 0.05; // of a letter's place; thin ones have 0.12
const LETTERS_LEAST = 30; // on the first page
const COUNT_PICTURES = `import sys, zipfile, io
names = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())).namelist()
print(sum(name.startswith("xl/media/") and not name.endswith("/") for name in names))`;

/** @param {{first: number, times: number[], file: string}} written @returns {Written} */
const with_bytes = ({ first, times, file }) => ({ first, times, bytes: Buffer.from(file, 'base64') });

/** @param {Bench} bench @param {keyof typeof SCRIPTS} way @param {number} lines */
async function by_peer({ desk, data, runs }, way, lines) {
    const page = await desk.peer(await desk.origin(), 'quotes.mjs', [SCRIPTS[way]]);
    const written = await page.evaluate(async ([way, folder, lines, font, runs]) => {
        const { peer } = /** @type {any} */ (window);
        await peer.load(folder, lines, font);
        return peer.write(way, runs);
    }, /** @type {any[]} */ ([way, data.quotes(), lines, way === 'excel' ? '' : `/npm/${FONT}`, runs]));
    return with_bytes(written);
}

/** @param {Bench} bench @param {'write_xlsx' | 'write_pdf'} op @param {number} lines */
async function by_ours({ desk, data, runs }, op, lines) {
    const page = await worker_page(desk);
    const address = `${new URL(page.url()).origin}/data/${data.quotes()}/quote-${lines}.payload`;
    return with_bytes(await write(page, op, address, runs));
}

/** The Chinese letters on the first page, and which of them have nothing painted in their place: a
 *  subset of a font may lack glyphs whose text can be copied all the same. @param {string} file */
function painted_letters(file) {
    const words = execFileSync('pdftotext', ['-bbox', '-l', '1', file, '-'], { encoding: 'utf8' });
    const picture = execFileSync('pdftoppm', ['-l', '1', '-r', String(72 * SCALE), '-gray', file], { maxBuffer: 1e9 });
    const [head, width] = /^P5\s+(\d+)\s+\d+\s+255\s/.exec(picture.subarray(0, 40).toString('latin1')) ?? [];
    const letters = [];
    const boxes = /<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(\p{Script=Han}+)</gu;
    for (const [, ...found] of words.matchAll(boxes)) {
        const [left, top, right, bottom] = found.slice(0, 4).map((place) => Number(place) * SCALE);
        const each = (right - left) / found[4].length;
        for (const [n, letter] of [...found[4]].entries()) {
            let dark = 0;
            for (let y = Math.floor(top); y < bottom; ++y)
                for (let x = Math.floor(left + n * each); x < left + (n + 1) * each; ++x)
                    if (picture[(head?.length ?? 0) + y * Number(width) + x] < PAPER) ++dark;
            letters.push({ letter, ink: dark / (each * (bottom - top)) });
        }
    }
    return letters;
}

/** Every word must be in the text, and every Chinese letter in the picture. @param {string} folder @param {Buffer} bytes @param {string} who */
function look_at_paper(folder, bytes, who) {
    const file = path.join(folder, `${who}.pdf`);
    fs.writeFileSync(file, bytes);
    const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8', maxBuffer: 1e8 }).replaceAll(/\s+/g, '');
    const missing = WORDS.filter((word) => !text.includes(word));
    if (missing.length) throw new Error(`${who} lacks ${missing}`);
    const letters = painted_letters(file);
    const blank = letters.filter(({ ink }) => ink < INK_LEAST).map(({ letter }) => letter);
    if (letters.length < LETTERS_LEAST || blank.length)
        throw new Error(`${who} has ${letters.length} Chinese letters, not painted: ${blank.join('')}`);
    return letters.length;
}

/** @param {Bench} bench @param {number} lines @param {string} who @param {Promise<Written>} writing @returns {Promise<Written>} */
async function right_workbook({ data }, lines, who, writing) {
    const written = await writing;
    const sheets = data.required('@e965/xlsx');
    const book = sheets.read(written.bytes);
    const words = JSON.stringify(Object.values(book.Sheets[book.SheetNames[0]])).replaceAll(' ', '');
    const missing = WORDS.filter((word) => !words.includes(word));
    const pictures = execFileSync('python3', ['-c', COUNT_PICTURES], { input: written.bytes, encoding: 'utf8' });
    if (missing.length || Number(pictures) !== lines)
        throw new Error(`${who}'s workbook lacks ${missing}, has ${pictures} pictures`);
    return written;
}

/** @param {Bench} bench @param {number} lines @param {string} who @param {Promise<Written>} writing */
async function right_paper({ desk, report }, lines, who, writing) {
    const written = await writing;
    const letters = look_at_paper(desk.folder, written.bytes, who);
    report.note(`PDF quote of ${lines} lines by ${who}: all ${letters} Chinese letters of page 1 are painted.`);
    return written;
}

/** @param {Bench} bench @param {string} job @param {string} peer @param {Written | Failure} theirs
 *  @param {Written | Failure} ours @param {{must: number, aim: number}} goals */
function tell_times({ report }, job, peer, theirs, ours, goals) {
    const times = (/** @type {Written} */ written) => median(written.times);
    const first = (/** @type {Written} */ written) => once(written.first);
    report.add({ job, peer, theirs: from(theirs, times), ours: from(ours, times), ...goals });
    report.add({ job: `${job}: first call (ours with starting the worker)`, peer, theirs: from(theirs, first), ours: from(ours, first) });
}

/** @param {Bench} bench @param {number} lines */
async function workbooks(bench, lines) {
    const theirs = await attempt(() => right_workbook(bench, lines, 'ExcelJS', by_peer(bench, 'excel', lines)));
    const ours = await attempt(() => right_workbook(bench, lines, 'ours', by_ours(bench, 'write_xlsx', lines)));
    tell_times(bench, `XLSX quote with pictures, ${lines} lines`, 'ExcelJS', theirs, ours, { must: 0.5, aim: 0.2 });
}

/** @param {Bench} bench @param {number} lines */
async function papers(bench, lines) {
    const job = `PDF quote, Chinese, pictures, ${lines} lines`;
    const ours = await attempt(() => right_paper(bench, lines, 'ours', by_ours(bench, 'write_pdf', lines)));
    for (const way of /** @type {const} */ (['pdfmake', 'js_pdf'])) {
        const peer = NAMES[way];
        const theirs = await attempt(() => right_paper(bench, lines, peer, by_peer(bench, way, lines)));
        tell_times(bench, job, peer, theirs, ours, { must: 0.6, aim: 0.3 });
        const size = (/** @type {Written} */ written) => once(written.bytes.length / 1000);
        bench.report.add({
            job: `${job}: size`, peer, theirs: from(theirs, size), ours: from(ours, size), unit: 'kB', must: 1.03, aim: 1,
        });
    }
}

/** @param {Bench} bench */
export async function documents(bench) {
    for (const lines of [10, 100]) {
        await workbooks(bench, lines);
        await papers(bench, lines);
    }
}
