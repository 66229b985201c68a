// Asks for the passcode of an encrypted customer file on the splash, before the program begins.

import { Seal } from './seal.mjs';
import { ask_in_dialog } from './passphrase_dialog.mjs';
import { PASSCODE, secret_form } from './secret_form.mjs';
import { change_passcode, open_lock } from './store_seal.mjs';
import { recovery_symbols } from './recovery_key.mjs';

/**
 * @typedef {import('./store_seal.mjs').Bytes} Bytes
 * @typedef {{row: Bytes, key: CryptoKey, passcode: string}} OpenLock row: another one when the passcode was changed
 */

export const LEAST_CHARACTERS = 6;
export const WRONG = '口令不对，请再输一次。The passcode is wrong; please try again.';

/** Somebody who forgot the passcode gets in with the recovery key, and sets a passcode that is known again. */
export const NEW_PASSCODE = {
    title: '设定新口令 · Set a new passcode',
    about: [
        '恢复密钥正确。请设定新的口令；恢复密钥继续有效。',
        'The recovery key is right. Set a new passcode; the recovery key stays valid.',
    ],
    label: PASSCODE,
    twice: true,
    least: LEAST_CHARACTERS,
    done: '继续 · Go on',
};

const NOT_KEPT = {
    title: '新口令没有保存下来 · The new passcode was not saved',
    about: [
        '客户簿现在可以打开，但浏览器没能把新口令存进去。下次打开可能还要用原来的口令或恢复密钥：请留好恢复密钥，等客户簿恢复正常以后，在“设置”里更换口令。',
        'The file can be opened now, but the browser could not save the new passcode in it. Next time the passcode before it or the recovery key may be needed: keep the recovery key, and change the passcode in the settings once the file is in order again.',
    ],
    done: '继续 · Go on',
};

const UNLOCK = {
    title: '客户簿已加密 · The customer file is encrypted',
    about: ['请输入口令；忘了口令，就输入恢复密钥。', 'Enter the passcode, or the recovery key if it is forgotten.'],
    label: PASSCODE,
    twice: false,
    done: '打开 · Open',
};

/**
 * Asks until it is open.
 * @param {HTMLElement | null} place null = in a dialog @param {Bytes} row of the lock
 * @returns {Promise<OpenLock>}
 */
export async function ask_open_lock(place, row) {
    /** @type {CryptoKey | null} */
    let key = null;
    let passcode = '';
    await shown(place, UNLOCK, async (text) => {
        key = await open_lock(row, text);
        passcode = text;
        return key ? '' : WRONG;
    });
    const data_key = /** @type {CryptoKey} */ (/** @type {unknown} */ (key));
    if (!recovery_symbols(passcode)) return { row, key: data_key, passcode };
    let fresh = row;
    await shown(place, NEW_PASSCODE, async (text) => {
        fresh = await change_passcode(row, data_key, text);
        passcode = text;
        return '';
    });
    return { row: fresh, key: data_key, passcode };
}

/**
 * What the store needs to read and write an encrypted file: on the splash, or later over the program.
 * @param {Bytes} row @param {(changed: Bytes) => Promise<boolean>} keep a lock with another passcode; false where it could not
 */
export async function unlocked(row, keep) {
    const place = document.getElementById('boot');
    const open = await ask_open_lock(place, row);
    if (open.row !== row && !(await keep(open.row))) await shown(place, NOT_KEPT, async () => '');
    return { seal: await Seal.of(open.key), row: open.row, passcode: open.passcode };
}

/**
 * @param {HTMLElement | null} place @param {import('./secret_form.mjs').SecretWords} words
 * @param {(text: string) => Promise<string>} use
 */
async function shown(place, words, use) {
    if (!place) return ask_in_dialog(words, use);
    const { form, outcome } = secret_form(words, use);
    place.append(form);
    /** @type {HTMLElement | null} */ (form.querySelector('input, [type=submit]'))?.focus();
    await outcome;
    form.remove();
}
