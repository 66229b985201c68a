// What keeps the customer file safe outside its database, as the program asks for it: sentinel, second
// copy, the browser's promise, other tabs, encrypted backups, copies into a folder.

import * as folder from './backup_folder.mjs';
import { Channel } from './channel.mjs';
import { SOMETHING_KEPT, Sentinel, sequence_in, with_sequence } from './sentinel.mjs';
import { Spare } from './spare.mjs';
import { ask_new_passphrase, ask_passphrase } from './passphrase_dialog.mjs';
import { ask_persist, storage_state } from './storage_state.mjs';
import { crc32 } from './crc32.mjs';
import { in_time } from './store_requests.mjs';
import { begin_lock_visit } from './lock_visit.mjs';
import { open_sealed, seal } from './sealed_container.mjs';
import { save_blob } from './files.mjs';

/** bb::SafetyCall */
const Call = {
    keep_sentinel: 0, tell_tabs: 1, reload: 2, ask_persist: 3, follow_with_spare: 4, save_sealed: 5,
    unseal: 6, choose_folder: 7, allow_folder: 8, forget_folder: 9, copy_to_folder: 10,
    remove_from_folder: 11, seal_to_folder: 12, open_lock_page: 13, look_at_storage: 14,
};
/** bb::SafetyNews::What */
const News = {
    storage: 0, folder: 1, folder_copied: 2, folder_failed: 3, unsealed: 4, sealed_saved: 5,
    from_tab: 6,
};

const FAULTS = {
    passphrase: '口令不对，没有改动。The passphrase is wrong; nothing was changed.',
    damaged: '备份文件已损坏，没有改动。The backup is damaged; nothing was changed.',
    newer: '备份来自更新的版本，没有改动。The backup is of a newer version; nothing was changed.',
    foreign: '这不是加密备份，没有改动。This is no encrypted backup; nothing was changed.',
};
const TAB_MESSAGE = 1;
const SPARE_MS = 5000;
const META = 2; // bb::Place

/** Whether the private file system holds anything: a new user waits for no worker. @returns {Promise<boolean>} */
async function has_any_file() {
    try {
        const root = await navigator.storage.getDirectory();
        return !(await root.keys().next()).done;
    } catch {
        return false;
    }
}

export class Safety {
    #program;
    #store;
    #base;
    #name;
    #sentinel;
    #channel;
    /** @type {Promise<Uint8Array | null> | null} */
    #last_of_copy = null;

    /**
     * @param {import('./program.mjs').Program} program @param {import('./store.mjs').Store} store
     * @param {string} base @param {string} name of the database in use
     */
    constructor(program, store, base, name) {
        this.#program = program;
        this.#store = store;
        this.#base = base;
        this.#name = name;
        this.#sentinel = new Sentinel(base);
        this.#channel = new Channel(base);
        this.#channel.on = (kind, bytes) => {
            if (kind === TAB_MESSAGE) program.safety_news(News.from_tab, '', bytes);
        };
    }

    /** No other tab writes: the second copy may be asked, and takes its time to answer. */
    ask_copy() {
        this.#last_of_copy ??= this.#find_last().catch(() => null);
    }

    /** @returns {Promise<Uint8Array | null>} the row `last` of the second copy */
    #find_last() {
        const found = has_any_file().then((any) => (any ? this.have_spare().last_found : null));
        return in_time(found, SPARE_MS);
    }

    /**
     * What is remembered of the customer file, in localStorage and by the second copy. The browser writes the
     * one down some seconds to a minute late; the other follows every edit, and a file that knows less than
     * either was set back. The copy is the writing tab's.
     * @param {boolean} writes whether that is this one
     * @returns {Promise<string>} '' = nothing
     */
    async sentinel(writes) {
        const kept = this.#sentinel.read();
        if (writes) this.ask_copy();
        const asked = this.#last_of_copy;
        this.#last_of_copy = Promise.resolve(null); // a tab that takes over later knows the file already
        try {
            const last = writes ? await asked : null;
            return last ? with_sequence(kept, await this.#sequence_of(last)) : kept;
        } catch {
            return kept;
        }
    }

    /** @param {Uint8Array} last sealed or not @returns {Promise<number>} */
    async #sequence_of(last) {
        const [row] = await this.#store.lock.opened(META, [{ key: 'last', bytes: last }]);
        return row ? sequence_in(row.bytes) : SOMETHING_KEPT;
    }

    /** The second copy as it was left, for a recovery; only the writing tab may have it. */
    have_spare() {
        this.#store.spare ??= new Spare(this.#name, () => this.tell_storage());
        return this.#store.spare;
    }

    /** @param {number} call @param {string} text @param {Uint8Array<ArrayBuffer>} bytes */
    async ask(call, text, bytes) {
        switch (call) {
            case Call.keep_sentinel: return this.#sentinel.write(text);
            case Call.tell_tabs: return this.#channel.post(TAB_MESSAGE, bytes);
            case Call.reload: return location.reload();
            case Call.look_at_storage: return this.tell_storage();
            case Call.ask_persist: return ask_persist().then(() => this.tell_storage());
            case Call.follow_with_spare: return this.#follow_with_spare(Number(text));
            case Call.save_sealed: return this.#save_sealed(text, bytes);
            case Call.unseal: return this.#unseal(bytes);
            case Call.copy_to_folder: return this.#copy_to_folder(text, bytes);
            case Call.seal_to_folder: return this.#seal_to_folder(text, bytes);
            case Call.open_lock_page: return begin_lock_visit(this.#base);
            case Call.remove_from_folder: return folder.remove(text.split('\n').filter(Boolean)).catch(() => {});
            case Call.choose_folder: return this.#with_folder(folder.choose);
            case Call.allow_folder: return this.#with_folder(folder.allow);
            case Call.forget_folder: return this.#with_folder(folder.forget);
        }
    }

    async tell_storage() {
        const state = await storage_state();
        const spare = this.#store.spare?.state() ?? '';
        this.#program.safety_news(
            News.storage, JSON.stringify({
                ...state, spare, keeps: this.#store.writer.keeps, sealed: this.#store.lock.passcode !== null,
                lock: this.#lock_number(),
            }),
        );
    }

    /** Another one for each passcode that the file is kept under; '' = it is not encrypted. */
    #lock_number() {
        const { passcode, row } = this.#store.lock;
        return passcode === null || !row ? '' : crc32(row).toString(16);
    }

    async tell_folder() {
        const state = await folder.state().catch(() => null);
        const files = state?.permission === 'granted' ? await folder.list().catch(() => []) : [];
        this.#program.safety_news(
            News.folder, JSON.stringify({ available: folder.available(), ...state, files }),
        );
    }

    /** @param {() => Promise<unknown>} work */
    async #with_folder(work) {
        await work().catch((reason) => console.info('the folder was not changed', reason?.name));
        await this.tell_folder();
    }

    /**
     * The file was found in order: what the copy lacks comes from it. A tab that has taken over has not
     * asked the copy yet: where that knows more, the file was set back, and the next start says so.
     * @param {number} saved the file's last entry
     */
    async #follow_with_spare(saved) {
        const spare = this.have_spare();
        const state = await spare.opened;
        const last = state === 'behind' ? await spare.last_found : null;
        if (last && (await this.#sequence_of(last).catch(() => 0)) > saved) return location.reload();
        if (state !== 'following' && state !== 'elsewhere') await spare.rebuild();
        await this.tell_storage();
    }

    /** @param {string} name @param {Uint8Array<ArrayBuffer>} content */
    async #save_sealed(name, content) {
        const saved = await ask_new_passphrase(async (passphrase) => {
            const sealed = await seal(content, passphrase);
            save_blob(name, new Blob([sealed], { type: 'application/octet-stream' }));
            return '';
        });
        if (saved) this.#program.safety_news(News.sealed_saved, '');
    }

    /** @param {Uint8Array} container */
    async #unseal(container) {
        /** @type {Uint8Array | null} */
        let content = null;
        await ask_passphrase(async (passphrase) => {
            const opened = await open_sealed(container, passphrase);
            if ('fault' in opened) return FAULTS[opened.fault];
            content = opened.content;
            return '';
        });
        if (content) this.#program.safety_news(News.unsealed, '', content);
    }

    /** @param {string} name @param {Uint8Array<ArrayBuffer>} content */
    async #seal_to_folder(name, content) {
        const passcode = this.#store.lock.passcode;
        if (passcode === null) return this.#program.safety_news(News.folder_failed, name);
        return this.#write_to_folder(name, seal(content, passcode));
    }

    /** @param {string} name @param {Uint8Array<ArrayBuffer>} bytes */
    async #copy_to_folder(name, bytes) {
        // What is encrypted here does not go there as it is.
        if (this.#store.lock.passcode !== null) return this.#program.safety_news(News.folder_failed, name);
        return this.#write_to_folder(name, bytes);
    }

    /** @param {string} name @param {Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>} bytes */
    async #write_to_folder(name, bytes) {
        try {
            await folder.write(name, await bytes);
            this.#program.safety_news(News.folder_copied, name);
        } catch {
            this.#program.safety_news(News.folder_failed, name);
        }
    }
}
