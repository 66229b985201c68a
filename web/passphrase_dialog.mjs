// Asks for the passphrase of an encrypted backup in a dialog of the page, so that it never enters the
// program. Both languages: it is the person's own words that matter here.

import { made } from './plain_page.mjs';

/** @param {HTMLElement} form @param {string} label @param {string} autocomplete @returns {HTMLInputElement} */
function added_field(form, label, autocomplete) {
    const row = form.appendChild(document.createElement('label'));
    row.append(made('span', label));
    const input = row.appendChild(document.createElement('input'));
    input.type = 'password';
    input.setAttribute('autocomplete', autocomplete);
    input.required = true;
    return input;
}

/**
 * @param {{title: string, about: string[], twice: boolean, done: string}} words
 * @param {(passphrase: string) => Promise<string>} use returns what was wrong, '' when all is well
 * @returns {Promise<boolean>} false when it was cancelled
 */
function ask(words, use) {
    const dialog = document.createElement('dialog');
    dialog.className = 'page-dialog';
    dialog.setAttribute('aria-label', words.title);
    const form = dialog.appendChild(document.createElement('form'));
    form.append(made('h2', words.title), ...words.about.map((line) => made('p', line)));
    const first = added_field(form, '口令 · Passphrase', words.twice ? 'new-password' : 'current-password');
    const again = words.twice ? added_field(form, '再输一次 · Once more', 'new-password') : null;
    const said = form.appendChild(made('p'));
    said.setAttribute('role', 'alert');
    const bar = form.appendChild(made('div'));
    bar.className = 'plain-actions';
    const cancel = /** @type {HTMLButtonElement} */ (bar.appendChild(made('button', '取消 · Cancel')));
    cancel.type = 'button';
    cancel.className = 'plain-button';
    const done = /** @type {HTMLButtonElement} */ (bar.appendChild(made('button', words.done)));
    done.className = 'plain-button plain-first';
    document.body.append(dialog);
    // The program's own keys stay out of it.
    dialog.addEventListener('keydown', (event) => event.stopPropagation());
    dialog.showModal();
    return new Promise((resolve) => {
        const end = (/** @type {boolean} */ answer) => {
            dialog.close();
            dialog.remove();
            resolve(answer);
        };
        cancel.addEventListener('click', () => end(false));
        dialog.addEventListener('cancel', (event) => {
            event.preventDefault();
            end(false);
        });
        form.addEventListener('submit', async (event) => {
            event.preventDefault();
            if (again && again.value !== first.value) {
                said.textContent = '两次输入不一样。The two are not the same.';
                return;
            }
            done.disabled = true;
            said.textContent = '…';
            const wrong = await use(first.value);
            done.disabled = false;
            said.textContent = wrong;
            if (wrong === '') end(true);
        });
    });
}

/** @param {(passphrase: string) => Promise<string>} use @returns {Promise<boolean>} */
export const ask_new_passphrase = (use) =>
    ask({
        title: '加密备份 · Encrypted backup',
        about: [
            '打开这份备份时要输入这个口令。忘了口令，谁也打不开它。',
            'The backup opens only with this passphrase. When it is forgotten, nobody can open the backup.',
        ],
        twice: true,
        done: '下载 · Download',
    }, use);

/** @param {(passphrase: string) => Promise<string>} use @returns {Promise<boolean>} */
export const ask_passphrase = (use) =>
    ask({
        title: '打开加密备份 · Open the encrypted backup',
        about: ['请输入加密时的口令。Enter the passphrase it was made with.'],
        twice: false,
        done: '打开 · Open',
    }, use);
