// Asks for a passphrase in a dialog of the page, such as that of an encrypted backup. Both languages: it is the
// person's own words that matter here.

import { PASSPHRASE, secret_form } from './secret_form.mjs';

/**
 * @param {import('./secret_form.mjs').SecretWords} words
 * @param {(passphrase: string) => Promise<string>} use returns what was wrong, '' when all is well
 * @returns {Promise<boolean>} false when it was cancelled
 */
export async function ask_in_dialog(words, use) {
    const dialog = document.createElement('dialog');
    dialog.className = 'page-dialog';
    dialog.setAttribute('aria-label', words.title);
    const { form, outcome, cancel } = secret_form(words, use);
    dialog.append(form);
    document.body.append(dialog);
    // Also for keys while no field has the focus.
    dialog.addEventListener('keydown', (event) => event.stopPropagation());
    dialog.addEventListener('cancel', (event) => {
        event.preventDefault();
        if (words.cancel) cancel();
    });
    dialog.showModal();
    const answer = await outcome;
    dialog.close();
    dialog.remove();
    return answer;
}

/** @param {(passphrase: string) => Promise<string>} use @returns {Promise<boolean>} */
export const ask_new_passphrase = (use) =>
    ask_in_dialog({
        title: '加密备份 · Encrypted backup',
        about: [
            '打开这份备份时要输入这个口令。忘了口令，谁也打不开它。',
            'The backup opens only with this passphrase. When it is forgotten, nobody can open the backup.',
        ],
        label: PASSPHRASE,
        twice: true,
        done: '下载 · Download',
        cancel: '取消 · Cancel',
    }, use);

/** @param {(passphrase: string) => Promise<string>} use @returns {Promise<boolean>} */
export const ask_passphrase = (use) =>
    ask_in_dialog({
        title: '打开加密备份 · Open the encrypted backup',
        about: ['请输入加密时的口令。Enter the passphrase it was made with.'],
        label: PASSPHRASE,
        twice: false,
        done: '打开 · Open',
        cancel: '取消 · Cancel',
    }, use);
