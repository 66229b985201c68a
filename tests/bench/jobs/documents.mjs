// Quotes of 10 and 100 lines with pictures as XLSX and PDF, looked at by other programs before they count.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { worker_page, write } from '../ours/documents.mjs';
import { median, once } from '../table.mjs';
import { FONT } from './transfer.mjs';

/** @typedef {import('./prepared.mjs').Bench} Bench */
/** @typedef {{first: number, times: number[], bytes: Buffer}} Written */

const WORDS = ['宁波明途照明有限公司', '云龙家居（香港）有限公司', '可调光面板灯', '太阳能庭院灯', '显色指数大于80', '收到定金后30天', '颜色、包装按贵方询盘'];
const SCRIPTS = { excel: 'exceljs/dist/exceljs.min.js', pdfmake: 'pdfmake/build/pdfmake.min.js', js_pdf: 'jspdf/dist/jspdf.umd.min.js' };
const NAMES = { pdfmake: 'pdfmake', js_pdf: 'jsPDF' };
const RUNS = 7;
const INK_LEAST = 0.6; // of the darkest writer's ink for a character: half the glyphs gone is less

/** @param {{first: number, times: number[], file: string}} written @returns {Written} */
const with_bytes = ({ first, times, file }) => ({ first, times, bytes: Buffer.from(file, 'base64') });

/** @param {Bench} bench @param {keyof typeof SCRIPTS} way @param {number} lines */
async function by_peer({ desk, data }, way, lines) {
    const page = await desk.peer(await desk.origin(), 'quotes.mjs', [SCRIPTS[way]]);
    const written = await page.evaluate(async ([way, folder, lines, font, runs]) => {
        const { peer } = /** @type {any} */ (window);
        await peer.load(folder, lines, font);
        return peer.write(way, runs);
    }, /** @type {any[]} */ ([way, data.quotes(), lines, way === 'excel' ? '' : `/npm/${FONT}`, RUNS]));
    return with_bytes(written);
}

/** @param {Bench} bench @param {'write_xlsx' | 'write_pdf'} op @param {number} lines */
async function by_ours({ desk, data }, op, lines) {
    const page = await worker_page(desk);
    const address = `${new URL(page.url()).origin}/data/${data.quotes()}/quote-${lines}.payload`;
    return with_bytes(await write(page, op, address, RUNS));
}

/** Ink a character on the first page; every word must be in the text. @param {string} folder @param {Buffer} bytes @param {string} who */
function ink_of(folder, bytes, who) {
    const file = path.join(folder, `${who}.pdf`);
    fs.writeFileSync(file, bytes);
    const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8', maxBuffer: 1e8 }).replaceAll(/\s+/g, '');
    const missing = WORDS.filter((word) => !text.includes(word));
    if (missing.length) throw new Error(`${who} lacks ${missing}`);
    const title = execFileSync('pdftotext', ['-l', '1', file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, '');
    // Without its pictures, which are darker than all text.
    const pixels = execFileSync('pdftoppm', ['-l', '1', '-r', '100', '-gray', '-x', '0', '-y', '0', '-W', '826', '-H', '150', file], { maxBuffer: 1e8 });
    const dark = pixels.subarray(pixels.length - 826 * 150).filter((one) => one < 160).length;
    return { dark, letters: title.length };
}

/** @param {Bench} bench @param {number} lines */
async function workbooks(bench, lines) {
    const theirs = await by_peer(bench, 'excel', lines);
    const ours = await by_ours(bench, 'write_xlsx', lines);
    const sheets = bench.data.required('@e965/xlsx');
    for (const [who, { bytes }] of Object.entries({ ExcelJS: theirs, ours })) {
        const book = sheets.read(bytes);
        const words = JSON.stringify(Object.values(book.Sheets[book.SheetNames[0]])).replaceAll(' ', '');
        const missing = WORDS.filter((word) => !words.includes(word));
        const pictures = execFileSync('python3', ['-c', 'import sys,zipfile,io;print(sum(n.startswith("xl/media/") and not n.endswith("/") for n in zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())).namelist()))'], { input: bytes, encoding: 'utf8' });
        if (missing.length || Number(pictures) !== lines) throw new Error(`${who}'s workbook lacks ${missing}, has ${pictures} pictures`);
    }
    const job = `XLSX quote with pictures, ${lines} lines`;
    bench.report.add({ job, peer: 'ExcelJS', theirs: median(theirs.times), ours: median(ours.times), must: 0.5, aim: 0.2 });
    bench.report.add({ job: `${job}: first call`, peer: 'ExcelJS', theirs: once(theirs.first), ours: once(ours.first) });
}

/** @param {Bench} bench @param {number} lines */
async function papers(bench, lines) {
    const { desk, report } = bench;
    const ours = await by_ours(bench, 'write_pdf', lines);
    const job = `PDF quote, Chinese, pictures, ${lines} lines`;
    const own = ink_of(desk.folder, ours.bytes, 'ours');
    if (own.dark < INK_LEAST * 1000) throw new Error(`the head of our PDF has ${own.dark} dark pixels`);
    for (const way of /** @type {const} */ (['pdfmake', 'js_pdf'])) {
        const theirs = await by_peer(bench, way, lines);
        const ink = ink_of(desk.folder, theirs.bytes, way);
        report.note(`${job}: dark pixels in the head, ours ${own.dark}, ${NAMES[way]} ${ink.dark}.`);
        report.add({ job, peer: NAMES[way], theirs: median(theirs.times), ours: median(ours.times), must: 0.6, aim: 0.3 });
        report.add({ job: `${job}: first call`, peer: NAMES[way], theirs: once(theirs.first), ours: once(ours.first) });
        report.add({ job: `${job}: size`, peer: NAMES[way], theirs: once(theirs.bytes.length / 1000), ours: once(ours.bytes.length / 1000), unit: 'kB', must: 1.03, aim: 1 });
    }
}

/** @param {Bench} bench */
export async function documents(bench) {
    for (const lines of [10, 100]) {
        await workbooks(bench, lines);
        await papers(bench, lines);
    }
}
