// Files made and read by other programs than ours: Python with openpyxl, LibreOffice, poppler, qpdf.

import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PYTHON = process.env.BUYERBOOK_PYTHON ?? 'python3';
const HELPER = fileURLToPath(new URL('./spreadsheets.py', import.meta.url));

/** @param {string[]} words a command of spreadsheets.py and its arguments @returns {string} */
export const python = (...words) => execFileSync(PYTHON, [HELPER, ...words], { encoding: 'utf8' });

/** 2,000 customers as Chinese Excel writes CSV: GBK, no mark. @param {string} file */
export const make_gbk_csv = (file) => python('gbk', file);

/** @param {string} file @param {number} rows */
export const make_long_csv = (file, rows) => python('long', file, String(rows));

/** A small sound workbook. @param {string} file */
export const make_xlsx = (file) => python('xlsx', file);

/** Every sheet as openpyxl reads it. @param {string} file @param {boolean} [values] computed ones instead of formulas
 *  @returns {Record<string, (string | number | null)[][]>} */
export const read_xlsx = (file, values = false) =>
    JSON.parse(python(values ? 'values' : 'cells', file));

export const have_office = () => spawnSync('soffice', ['--version']).status === 0;

/** LibreOffice converts a file. @param {string} file @param {string} target @param {string[]} options @returns {string} the new file */
export function office(file, target, ...options) {
    const folder = path.join(path.dirname(file), `office-${Date.now()}`);
    execFileSync('soffice', [
        `-env:UserInstallation=file://${folder}/profile`, '--headless', ...options,
        '--convert-to', target, '--outdir', folder, file,
    ], { stdio: 'pipe', timeout: 180_000 });
    const stem = path.basename(file, path.extname(file));
    return path.join(folder, `${stem}.${target.split(':')[0]}`);
}

/** @param {string} pdf @returns {string} its text without any white space */
export const pdf_text = (pdf) =>
    execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, '');

/** Throws when the file is not sound. @param {string} pdf */
export const check_pdf = (pdf) => execFileSync('qpdf', ['--check', pdf], { stdio: 'pipe' });

/** @param {string} file @param {string | Uint8Array} content @returns {string} the file */
export function write(file, content) {
    fs.writeFileSync(file, content);
    return file;
}
