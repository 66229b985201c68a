// A form for a passcode or passphrase, of the page itself: what is typed never enters the program.

import { made } from './plain_page.mjs';

/**
 * @typedef {object} SecretWords
 * @property {string} title
 * @property {string[]} about lines above the fields
 * @property {string} [label] of the field; without one there is only something to read
 * @property {boolean} [twice] a new one, typed twice
 * @property {number} [least] characters of a new one
 * @property {boolean} [plain] nothing secret: shown while it is typed
 * @property {string} done on the button
 * @property {string} [cancel] on the other one, where there is one
 */

export const PASSPHRASE = '口令 · Passphrase';
export const PASSCODE = '口令 · Passcode';

/** @param {HTMLElement} form @param {string} label @param {SecretWords} words @returns {HTMLInputElement} */
function added_field(form, label, { plain, twice }) {
    const row = form.appendChild(document.createElement('label'));
    row.append(made('span', label));
    const input = row.appendChild(document.createElement('input'));
    input.type = plain ? 'text' : 'password';
    input.setAttribute('autocomplete', plain ? 'off' : twice ? 'new-password' : 'current-password');
    input.required = true;
    return input;
}

/** @param {HTMLElement} bar @param {string} words @param {boolean} first the one to press */
function added_button(bar, words, first) {
    const button = /** @type {HTMLButtonElement} */ (bar.appendChild(made('button', words)));
    button.type = first ? 'submit' : 'button';
    button.className = first ? 'plain-button plain-first' : 'plain-button';
    return button;
}

/** @param {SecretWords} words @param {string} first @param {string} again @returns {string} what is wrong, '' = nothing */
function fault_of_new({ least = 1 }, first, again) {
    if ([...first].length < least)
        return `太短：至少 ${least} 个字符。Too short: at least ${least} characters.`;
    return again === first ? '' : '两次输入不一样。The two are not the same.';
}

/**
 * @param {SecretWords} words
 * @param {(secret: string) => Promise<string>} use returns what was wrong, '' when all is well
 * @returns {{form: HTMLFormElement, outcome: Promise<boolean>, cancel: () => void}} outcome: false when it was cancelled
 */
export function secret_form(words, use) {
    const form = document.createElement('form');
    form.className = 'secret-form';
    // The program listens for keys, text and files on the whole page; nothing of this is for it.
    for (const kind of ['keydown', 'paste', 'copy', 'drop']) form.addEventListener(kind, (event) => event.stopPropagation());
    form.append(made('h2', words.title), ...words.about.map((line) => made('p', line)));
    const first = words.label ? added_field(form, words.label, words) : null;
    const again = words.twice ? added_field(form, '再输一次 · Once more', words) : null;
    const said = form.appendChild(made('p'));
    said.setAttribute('role', 'alert');
    const bar = form.appendChild(made('div'));
    bar.className = 'plain-actions';
    const cancel = words.cancel ? added_button(bar, words.cancel, false) : null;
    const done = added_button(bar, words.done, true);
    /** @type {(answer: boolean) => void} */
    let end;
    /** @type {Promise<boolean>} */
    const outcome = new Promise((resolve) => { end = resolve; });
    cancel?.addEventListener('click', () => end(false));
    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        if (done.disabled) return;
        said.textContent = first && again ? fault_of_new(words, first.value, again.value) : '';
        if (said.textContent) return;
        done.disabled = true;
        said.textContent = '…';
        const wrong = await use(first?.value ?? '');
        done.disabled = false;
        said.textContent = wrong;
        if (wrong === '') end(true);
        else first?.select();
    });
    return { form, outcome, cancel: () => end(false) };
}
