// Plain HTML in place of the canvas: when the program fell over, cannot run, or is to be rescued.
// Both languages, because nothing of the settings may be trusted to be readable now.

import { export_raw, restore_raw } from './raw_export.mjs';
import { export_raw_copy, kept_files } from './rescue.mjs';
import { save_blob } from './files.mjs';

/** @param {string} tag @param {string} [text] @param {string} [language] */
export function made(tag, text = '', language = '') {
    const element = document.createElement(tag);
    element.textContent = text;
    if (language) element.lang = language;
    return element;
}

/** @param {string} text @param {() => void} press @param {boolean} [first] the one to press */
export function plain_button(text, press, first = false) {
    const element = /** @type {HTMLButtonElement} */ (made('button', text));
    element.type = 'button';
    element.className = first ? 'plain-button plain-first' : 'plain-button';
    element.addEventListener('click', press);
    return element;
}

/** Takes the program off the page. @returns {HTMLElement} what stands in its place, empty */
export function plain_frame() {
    document.documentElement.dataset.state = 'plain';
    const page = made('main');
    page.className = 'plain';
    document.getElementById('stage')?.remove();
    document.getElementById('boot')?.remove();
    document.body.prepend(page);
    return page;
}

/**
 * @param {{chinese: string[], english: string[], reason?: string}} words heading first
 * @param {HTMLElement[]} actions
 */
function show(words, actions) {
    const page = plain_frame();
    for (const [language, [title, ...lines]] of [['zh-CN', words.chinese], ['en', words.english]]) {
        page.append(made(language === 'en' ? 'h2' : 'h1', title, String(language)));
        for (const line of lines) page.append(made('p', line, String(language)));
    }
    if (words.reason) page.append(made('pre', words.reason));
    const bar = made('div');
    bar.className = 'plain-actions';
    bar.append(...actions);
    const said = made('p');
    said.setAttribute('role', 'status');
    page.append(bar, said);
}

/** @param {string} text */
function say(text) {
    const status = document.querySelector('.plain [role=status]');
    if (status) status.textContent = text;
}

/** @param {string} database @param {Promise<Blob>} [exported] @param {string} [name] of the file */
async function save_raw(database, exported = export_raw(database), name = database) {
    say('… 正在读取 · reading');
    try {
        const blob = await exported;
        const stamp = new Date().toISOString().slice(0, 16).replaceAll(/[T:]/g, '-');
        save_blob(`${name}-${stamp}.bbraw.json`, blob);
        say('已导出，请妥善保管。Exported: keep this file safe.');
    } catch (reason) {
        say(`导出失败 · The export failed: ${describe(reason)}`);
    }
}

/** @param {unknown} reason */
export function describe(reason) {
    if (reason instanceof Error) return `${reason.name}: ${reason.message}`;
    return String(reason);
}

/** @param {string} database @param {unknown} reason */
export function show_crash(database, reason) {
    const stack = reason instanceof Error ? (reason.stack ?? '') : '';
    show(
        {
            chinese: [
                '程序出错，已停止',
                '已保存的客户资料仍在本浏览器里。请先导出一份，再重新打开。',
            ],
            english: [
                'The program stopped because of an error',
                'Everything saved is still in this browser. Export a copy first, then reload.',
            ],
            reason: `${describe(reason)}\n${stack.split('\n').slice(0, 8).join('\n')}`,
        },
        [
            plain_button('导出已存文件 · Export the stored file', () => save_raw(database), true),
            plain_button('重新打开 · Reload', () => location.reload()),
        ],
    );
}

/** @param {string} database */
export function show_no_webgl(database) {
    show(
        {
            chinese: [
                '这个浏览器无法显示客户簿',
                '客户簿需要 WebGL2。请用新版 Chrome、Edge、Firefox 或 Safari，并在浏览器设置里打开“硬件加速”。',
                '不需要 WebGL2 的表格视图将在以后的版本提供，现在还没有。',
            ],
            english: [
                'This browser cannot show Buyerbook',
                'Buyerbook needs WebGL2. Use a current Chrome, Edge, Firefox or Safari, with hardware acceleration switched on.',
                'A plain table view that works without WebGL2 is planned; it is not there yet.',
            ],
        },
        [plain_button('导出已存文件 · Export the stored file', () => save_raw(database), true)],
    );
}

/**
 * The page at ?rescue=1: save and put back raw files without starting the program.
 * @param {string} database in use @returns {Promise<void>} when the others are offered too
 */
export async function show_rescue(database) {
    const picker = /** @type {HTMLInputElement} */ (made('input'));
    picker.type = 'file';
    picker.accept = '.json';
    picker.hidden = true;
    picker.addEventListener('change', async () => {
        try {
            const text = (await picker.files?.[0]?.text()) ?? '';
            say(`已恢复 · restored: ${await restore_raw(database, text)}`);
        } catch (reason) {
            say(`没有恢复 · nothing was restored: ${describe(reason)}`);
        }
    });
    show(
        {
            chinese: [
                '客户簿 · 救援',
                `导出浏览器里的原始文件（在用的数据库：${database}），或把以前导出的 .bbraw.json 放回空的数据库，例如在另一个浏览器里。`,
            ],
            english: [
                'Buyerbook · rescue',
                `Export the raw stored file (the database in use: ${database}), or put an earlier .bbraw.json back into an empty database, such as that of another browser.`,
            ],
        },
        [
            plain_button('导出 · Export', () => save_raw(database), true),
            plain_button('放回 · Restore', () => picker.click()),
            picker,
        ],
    );
    offer_all(await kept_files());
}

/**
 * By name: recoveries leave databases behind that the program does not open any more.
 * @param {{databases: string[], copies: string[]}} kept
 */
function offer_all({ databases, copies }) {
    const list = made('div');
    list.className = 'plain-actions';
    for (const name of databases) list.append(plain_button(`数据库 · Database ${name}`, () => save_raw(name)));
    for (const name of copies) {
        list.append(plain_button(`第二份副本 · Second copy ${name}`, () =>
            save_raw(name, export_raw_copy(name), `${name}-copy`)));
    }
    if (list.childElementCount === 0) return;
    const about = '这里存着的每个数据库和第二份副本，按名称导出：';
    const said = document.querySelector('.plain [role=status]');
    said?.before(made('p', about, 'zh-CN'),
        made('p', 'Every database and second copy that is kept here, to be exported by name:', 'en'), list);
}
