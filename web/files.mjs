// Files that come in (picked, dropped, pasted) under a token each, and files that go out.

/** @typedef {import('./host_types.js').FileHost} FileHost */

/** @implements {FileHost} */
export class Files {
    #program;
    #picker;
    /** @type {Map<number, File>} */
    #files = new Map();
    #last_token = 0;
    #purpose = 0;
    /** Somebody looks for a sheet. */
    on_sheet_wanted = () => {};

    /** @param {HTMLElement} page @param {import('./program.mjs').Program} program */
    constructor(page, program) {
        this.#program = program;
        this.#picker = page.appendChild(document.createElement('input'));
        this.#picker.type = 'file';
        this.#picker.hidden = true;
        this.#picker.addEventListener('change', () => {
            const file = this.#picker.files?.[0];
            if (file) this.arrived(file, this.#purpose);
            this.#picker.value = ''; // the same file may be picked again
        });
    }

    /** @param {number} purpose @param {string} accept */
    pick(purpose, accept) {
        this.#purpose = purpose;
        this.#picker.accept = accept;
        this.#picker.click();
        if (accept.includes('.xlsx')) this.on_sheet_wanted();
    }

    /** The program hears name and size before anything is read. @param {File} file @param {number} purpose */
    arrived(file, purpose) {
        const token = ++this.#last_token;
        this.#files.set(token, file);
        this.#program.file_arrived(purpose, token, file.name, file.size);
    }

    /** @param {number} token */
    file(token) {
        return this.#files.get(token);
    }

    /** A file that cannot be read (moved, no leave) arrives empty. @param {number} token */
    async read(token) {
        let bytes = new ArrayBuffer(0);
        try {
            bytes = (await this.#files.get(token)?.arrayBuffer()) ?? bytes;
        } catch {
            // Told by its emptiness.
        }
        this.#program.file_bytes(token, new Uint8Array(bytes));
    }

    /** @param {number} token */
    release(token) {
        this.#files.delete(token);
    }

    /** @param {string} name @param {string} mime @param {Uint8Array<ArrayBuffer>} bytes */
    save(name, mime, bytes) {
        save_blob(name, new Blob([bytes], { type: mime }));
    }
}

/** @param {string} name @param {Blob} blob */
export function save_blob(name, blob) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    // The download may still be asking where to go.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
