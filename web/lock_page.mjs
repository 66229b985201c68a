// The page at ?lock=1, in place of the program: encrypting the customer file of this device, changing
// its passcode or recovery key, and decrypting it. Alone in writing while it is open.

import { Seal } from './seal.mjs';
import { LEAST_CHARACTERS, ask_open_lock } from './unlock.mjs';
import { PASSCODE, secret_form } from './secret_form.mjs';
import {
    COPIES_GONE, COPIES_THERE, DATABASES_GONE, DECRYPTED, ENCRYPTED, SURE_TO_DECRYPT, SURE_TO_DELETE_COPIES,
    SURE_TO_ENCRYPT, sure_to_delete_databases,
} from './lock_words.mjs';
import { change_passcode, change_recovery_key, make_lock } from './store_seal.mjs';
import { comes_from_program, end_lock_visit } from './lock_visit.mjs';
import { copies_of, current_database, databases_of } from './current_database.mjs';
import { delete_file, move_file } from './move_file.mjs';
import { describe, made, plain_button, plain_frame } from './plain_page.mjs';
import { have_others, hold_writer_lock } from './store_lock.mjs';
import { keep_lock, kept_lock, remember_lock } from './kept_lock.mjs';
import { open_database } from './store_database.mjs';
import { show_recovery_key } from './recovery_sheet.mjs';

/** @typedef {import('./unlock.mjs').OpenLock} OpenLock */
/** @typedef {import('./lock_words.mjs').Deletion} Deletion */

/** @param {string} title @param {...string} lines */
function words(title, ...lines) {
    return [made('h1', title), ...lines.map((line) => made('p', line))];
}

/** @param {...HTMLElement} buttons */
function actions(...buttons) {
    const bar = made('div');
    bar.className = 'plain-actions';
    bar.append(...buttons);
    return bar;
}

const LOOK_AGAIN_MS = 500;

class LockPage {
    #base;
    #page = plain_frame();
    /** While this page holds the lock. @type {(() => void) | null} */
    #give_way = null;
    #name = '';

    /** @param {string} base */
    constructor(base) {
        this.#base = base;
    }

    #leave() {
        end_lock_visit(this.#base);
    }

    #back() {
        return plain_button('返回客户簿 · Back to Buyerbook', () => this.#leave());
    }

    /** @param {...Node} content */
    #show(...content) {
        this.#page.replaceChildren(...content);
    }

    async run() {
        if (!comes_from_program(this.#base)) {
            return this.#show(...words('请从“设置”打开', '加密和口令在客户簿的“设置”里。',
                'Encryption and passcode are in the settings of Buyerbook.'), actions(this.#back()));
        }
        await this.#alone();
        this.#name = await current_database(this.#base);
        const row = await this.#in_database((database) => kept_lock(database, this.#base));
        if (row) await this.#manage(row);
        else await this.#encrypt();
    }

    /** @returns {Promise<() => void>} lets another tab write */
    #become_writer() {
        let give_way = () => {};
        const until = new Promise((given) => {
            give_way = () => given(undefined);
        });
        return new Promise((writes) => {
            hold_writer_lock(this.#base, (elsewhere) => {
                if (elsewhere) this.#ask_to_close();
                else writes(give_way);
            }, until);
        });
    }

    /** What is edited in another tab while this one holds the lock has nobody to be handed to. */
    async #alone() {
        for (;;) {
            this.#give_way ??= await this.#become_writer();
            if (!(await have_others(this.#base))) return;
            this.#ask_to_close();
            this.#give_way();
            this.#give_way = null;
            await new Promise((later) => setTimeout(later, LOOK_AGAIN_MS));
        }
    }

    #ask_to_close() {
        this.#show(...words('请先关闭其他标签页',
            '另一个标签页打开着客户簿。它关掉后，这里自动继续。',
            'Another tab has Buyerbook open. When it is closed, this page goes on by itself.'), actions(this.#back()));
    }

    /** @template T @param {(database: IDBDatabase) => Promise<T>} work @returns {Promise<T>} */
    async #in_database(work) {
        const database = await open_database(this.#name);
        try {
            return await work(database);
        } finally {
            database.close();
        }
    }

    async #encrypt() {
        let passcode = '';
        const { form, outcome } = secret_form({
            title: '加密客户簿 · Encrypt the customer file',
            about: [
                '以后打开客户簿要输入口令；本机上的客户簿、第二份副本和以后的自动备份都加密保存。',
                '忘了口令，只有恢复密钥能打开；两样都没有，谁也打不开。以前下载的备份不会改变。',
                'From then on opening Buyerbook takes the passcode; the customer file on this device, its second copy and later automatic copies are encrypted.',
                'Without the passcode only the recovery key opens it; without both, nobody can. Backups downloaded before stay as they are.',
            ],
            label: PASSCODE,
            twice: true,
            least: LEAST_CHARACTERS,
            done: '继续 · Go on',
            cancel: '返回 · Back',
        }, async (text) => {
            passcode = text;
            return '';
        });
        this.#show(form);
        if (!(await outcome)) return this.#leave();
        const { row, key, recovery } = await make_lock(passcode);
        await show_recovery_key(this.#page, recovery);
        const old = [...(await this.#others()), ...(await this.#left_copies())];
        const also_old = await this.#sure(SURE_TO_ENCRYPT, old.length);
        await this.#move({ open: null, seal: await Seal.of(key), lock: row }, also_old ? old : []);
    }

    /** Databases that are not in use: recoveries leave them, or a page that ended before it could delete them. */
    async #others() {
        return (await databases_of(this.#base)).filter((name) => name !== this.#name);
    }

    /** Second copies whose database is gone: they could not be deleted with it, or it has vanished. */
    async #left_copies() {
        const names = [this.#name, ...(await databases_of(this.#base))];
        return (await copies_of(this.#base).catch(() => [])).filter((name) => !names.includes(name));
    }

    /** @param {import('./store_seal.mjs').Bytes} row */
    async #manage(row) {
        this.#show();
        const open = await ask_open_lock(this.#page, row);
        if (open.row !== row) await this.#keep(open.row);
        const others = await this.#others();
        const tidy = plain_button(`删除 ${others.length} 个旧数据库 · Delete ${others.length} old databases`, () => this.#delete_others(others));
        const copies = await this.#left_copies();
        const tidy_copies = plain_button('删除旧的第二份副本 · Delete the old second copy', () => this.#delete_copies(copies));
        this.#show(
            ...words('口令与加密 · Passcode and encryption', '本机上的客户簿已加密。', 'The customer file on this device is encrypted.',
                ...(copies.length > 0 ? COPIES_THERE : [])),
            actions(
                plain_button('更换口令 · Change the passcode', () => this.#change_passcode(open)),
                plain_button('新的恢复密钥 · New recovery key', () => this.#change_recovery_key(open)),
                plain_button('停止加密 · Stop encrypting', () => this.#decrypt(open)),
                ...(others.length > 0 ? [tidy] : []),
                ...(copies.length > 0 ? [tidy_copies] : []),
                this.#back(),
            ),
        );
    }

    /** @param {OpenLock} open */
    async #change_passcode({ row, key }) {
        const { form, outcome } = secret_form({
            title: '更换口令 · Change the passcode',
            about: [
                '旧口令不再有效，恢复密钥继续有效。以前存进文件夹的自动备份仍用旧口令打开。',
                'The old passcode is no longer valid; the recovery key stays valid. Automatic copies made before still open with the old one.',
            ],
            label: PASSCODE,
            twice: true,
            least: LEAST_CHARACTERS,
            done: '更换 · Change',
            cancel: '返回 · Back',
        }, async (text) => {
            await this.#keep(await change_passcode(row, key, text));
            return '';
        });
        this.#show(form);
        if (await outcome) this.#done('口令已更换。', 'The passcode was changed.');
        else this.#leave();
    }

    /** @param {OpenLock} open */
    async #change_recovery_key({ row, key }) {
        const changed = await change_recovery_key(row, key);
        await show_recovery_key(this.#page, changed.recovery);
        await this.#keep(changed.row);
        this.#done('新的恢复密钥有效，旧的不再有效。', 'The new recovery key is valid, the old one is not any more.');
    }

    /** @param {OpenLock} open */
    async #decrypt({ key }) {
        await this.#sure(SURE_TO_DECRYPT);
        await this.#move({ open: await Seal.of(key), seal: null, lock: null }, []);
    }

    /** @param {string[]} others */
    async #delete_others(others) {
        await this.#sure(sure_to_delete_databases(others.length));
        await this.#clean(others, DATABASES_GONE);
    }

    /** @param {string[]} copies */
    async #delete_copies(copies) {
        await this.#sure(SURE_TO_DELETE_COPIES);
        await this.#clean(copies, COPIES_GONE);
    }

    /** @param {import('./store_seal.mjs').Bytes} row */
    #keep(row) {
        return this.#in_database((database) => keep_lock(database, this.#base, row));
    }

    /**
     * @param {{title: string, lines: string[], done: string}} asked
     * @param {number} [old] databases and copies that could go as well
     * @returns {Promise<boolean>} whether they are to
     */
    #sure({ title, lines, done }, old = 0) {
        return new Promise((sure) => {
            const box = document.createElement('input');
            box.type = 'checkbox';
            const label = made('label');
            label.className = 'plain-choice';
            label.append(box, ` 也删除以前留下的 ${old} 个旧数据库或副本（未加密） · Also delete what is left from before and not encrypted (${old})`);
            this.#show(
                ...words(title, ...lines), ...(old > 0 ? [label] : []),
                actions(this.#back(), plain_button(done, () => sure(box.checked), true)),
            );
        });
    }

    /** @param {Pick<import('./move_file.mjs').Move, 'open' | 'seal' | 'lock'>} how @param {string[]} old databases to delete too */
    async #move(how, old) {
        await this.#alone();
        const said = made('p');
        said.setAttribute('role', 'status');
        this.#show(...words('请不要关闭页面 · Please keep this page open'), said);
        const gone = [this.#name, ...old];
        try {
            const move = { base: this.#base, from: this.#name, ...how };
            this.#name = await move_file(move, (rows) => {
                said.textContent = `${rows}`;
            });
        } catch (reason) {
            return this.#show(...words('没有完成，客户簿还是原来的样子',
                'It was not finished; the customer file is as it was. If it keeps failing, free some disk space or open Buyerbook and see whether it needs recovery.',
                describe(reason)), actions(this.#back()));
        }
        remember_lock(this.#base, how.lock ? new Uint8Array(how.lock) : null);
        await this.#clean(gone, how.lock ? ENCRYPTED : DECRYPTED);
    }

    /** @param {string[]} names of databases that are not in use @param {Deletion} said */
    async #clean(names, said) {
        const [chinese, english] = said.done;
        const again = (/** @type {string[]} */ left) =>
            actions(this.#back(), plain_button('再删一次 · Delete again', () => this.#clean(left, said), true));
        const left = [];
        try {
            for (const name of names) if (!(await delete_file(name))) left.push(name);
        } catch (reason) {
            return this.#show(...words(`${chinese}旧的副本还没有删掉`,
                `${english} The old copy is not deleted yet: it can be read by whoever could read it before.`, describe(reason)),
            again(names));
        }
        if (left.length > 0) return this.#show(...words(...said.left), again(left));
        this.#done(chinese, english);
    }

    /** @param {string} chinese @param {string} english */
    #done(chinese, english) {
        this.#show(...words(chinese, english), actions(plain_button('打开客户簿 · Open Buyerbook', () => this.#leave(), true)));
    }
}

/** @param {string} base */
export const show_lock_page = (base) => new LockPage(base).run();
