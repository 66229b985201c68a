// R10 in the browser: a backup of a file of random content, restored in a browser that was never
// used, is exported equal to what the first browser exports.

import fs from 'node:fs';
import { download, go } from '../e2e/page.mjs';
import { acknowledged, preview_list, restore_backup, start_with_one, take_list } from './work.mjs';

/** @typedef {import('../e2e/desk.mjs').Desk} Desk */
/** @typedef {import('./chance.mjs').Chance} Chance */
/** @typedef {import('./figures.mjs').Figures} Figures */

const LETTERS = [...'aZ09 .-_/äßÿčŁ中文客户簿東京株式会社한국어мирעבריתعربي😀👩‍👩‍👧𠮷'];
const MOST_ROWS = 60;

/** @param {Chance} chance @param {number} most */
const text = (chance, most) =>
    Array.from({ length: 1 + chance.below(most) }, () => chance.one_of(LETTERS)).join('').trim() || 'x';

/** @param {string} file @param {Chance} chance @returns {number} rows */
function write_random_list(file, chance) {
    const rows = 1 + chance.below(MOST_ROWS);
    const lines = Array.from({ length: rows }, (_, i) => `n${i} ${text(chance, 30)},${text(chance, 12)},${text(chance, 200)}`);
    fs.writeFileSync(file, `\u{feff}${['公司名称,城市,备注', ...lines].join('\n')}`);
    return rows;
}

/** Without the moment it was made. @param {Desk} desk @returns {Promise<string>} */
async function exported(desk) {
    await go(desk.page, '设置');
    const { file } = await download(desk.page, '导出 JSON', desk.file);
    const all = JSON.parse(fs.readFileSync(file, 'utf8'));
    delete all.made_at;
    return JSON.stringify(all);
}

/** @param {Desk} desk at the first start @param {Figures} figures @param {number} files @param {Chance} chance */
export async function backups(desk, figures, files, chance) {
    for (let i = 0; i < files; ++i) {
        if (i > 0) await desk.restart_browser(`origin ${i}`);
        await start_with_one(desk.page);
        const list = desk.file('random.csv');
        const rows = write_random_list(list, chance);
        await desk.page.keyboard.press('Escape');
        await preview_list(desk.page, list, rows);
        await take_list(desk.page, rows);
        await acknowledged(desk.page);
        await go(desk.page, '设置');
        const backup = await download(desk.page, '下载备份', desk.file);
        const before = await exported(desk);
        await desk.restart_browser(`target ${i}`);
        await restore_backup(desk.page, backup.file);
        figures.runs += 1;
        const after = await exported(desk);
        if (after !== before) figures.fault('lost', `file ${i}: the exports differ`);
    }
}
