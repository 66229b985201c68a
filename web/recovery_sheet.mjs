// The recovery key, shown once to be printed or copied down. It goes on when somebody has shown that
// it was: by the last characters of it.

import { made, plain_button } from './plain_page.mjs';
import { secret_form } from './secret_form.mjs';

const LAST = 4;

/** @param {HTMLElement} page @param {string} key @returns {Promise<void>} */
export async function show_recovery_key(page, key) {
    const sheet = made('section');
    sheet.className = 'recovery-sheet';
    const shown = made('p', key);
    shown.className = 'recovery-key';
    shown.setAttribute('aria-label', '恢复密钥 · Recovery key');
    sheet.append(
        made('h1', '恢复密钥 · Recovery key'),
        made('p', '忘了口令时用它打开客户簿。请打印或抄下来，收在安全的地方；它不会再显示。'),
        made('p', 'It opens the customer file when the passcode is forgotten. Print it or write it down, and put it in a safe place; it is not shown again.'),
        made('p', '备份文件它打不开：文件夹里的自动备份要用存它那时的口令。'),
        made('p', 'It opens no backup: automatic copies in a folder take the passcode that was valid when they were made.'),
        shown,
        made('p', `客户簿 Buyerbook · ${location.host}${location.pathname} · ${new Date().toLocaleDateString()}`),
    );
    const bar = made('div');
    bar.className = 'plain-actions';
    bar.append(plain_button('打印 · Print', () => globalThis.print()));
    const { form, outcome } = secret_form({
        title: '收好了吗？ · Is it put away?',
        about: ['请从打印或抄下的那一份输入。Please type this from what you printed or wrote down.'],
        label: `最后 ${LAST} 个字符 · The last ${LAST} characters`,
        twice: false,
        plain: true,
        done: '继续 · Go on',
    }, async (text) =>
        text.trim().toUpperCase() === key.slice(-LAST) ? '' : '不对，请再看一遍。This is not right; please look again.');
    page.replaceChildren(sheet, bar, form);
    await outcome;
}
