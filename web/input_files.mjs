// Files and text that are dropped or pasted, and copying out of the page. Files go the same way as
// picked ones; what they are for, the program says.

import { is_mac } from './environment.mjs';
import { Mod } from './keys.mjs';

export class FileInput {
    #program;
    #mirror;
    #files;
    #clipboard;
    #catch_up;

    /**
     * @param {import('./program.mjs').Program} program
     * @param {import('./mirror.mjs').Mirror} mirror
     * @param {import('./files.mjs').Files} files
     * @param {import('./clipboard.mjs').Clipboard} clipboard
     * @param {() => void} catch_up clicks and keys that came first are carried out first
     * @param {() => void} draw_now
     */
    constructor(program, mirror, files, clipboard, catch_up, draw_now) {
        this.#program = program;
        this.#mirror = mirror;
        this.#files = files;
        this.#clipboard = clipboard;
        this.#catch_up = catch_up;
        addEventListener('dragover', (event) => this.#dragged(event));
        addEventListener('drop', (event) => this.#dropped(event));
        addEventListener('paste', (event) => this.#pasted(event));
        addEventListener('copy', (event) => this.#copied(event, draw_now));
    }

    /** @param {DragEvent} event */
    #dragged(event) {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
    }

    /** @param {DragEvent} event */
    #dropped(event) {
        const files = event.dataTransfer?.files;
        if (!files || files.length === 0) return; // text into a field is the browser's
        event.preventDefault();
        this.#arrive(files);
    }

    /** One file at a time: the second would take the place of the first. @param {FileList} files */
    #arrive(files) {
        this.#take(files[0]);
    }

    /** @param {File} file */
    #take(file) {
        this.#catch_up();
        this.#files.arrived(file, this.#program.drop_purpose(file.name));
    }

    /** Spreadsheets put text, HTML and a picture on the clipboard: the text counts. Rows outside any
     *  field go the way of a picked file. */
    #pasted(/** @type {ClipboardEvent} */ event) {
        const data = event.clipboardData;
        if (!data) return;
        const text = data.getData('text/plain');
        const in_field = this.#mirror.entry_of(event.target)?.field;
        if (in_field && (text || data.files.length === 0)) return;
        if (/[\t\n]/.test(text)) {
            event.preventDefault();
            // Without a name: the program has words for it.
            this.#take(new File([text], '', { type: 'text/plain' }));
        } else if (data.files.length > 0) {
            event.preventDefault();
            this.#arrive(data.files);
        }
    }

    /**
     * Ctrl+C outside a field: the program is asked at once, because only inside this event may the
     * clipboard be written without leave.
     * @param {ClipboardEvent} event @param {() => void} draw_now
     */
    #copied(event, draw_now) {
        const entry = this.#mirror.entry_of(document.activeElement);
        if (entry?.field || !event.clipboardData) return;
        this.#catch_up();
        this.#clipboard.during(event, () => {
            const mods = is_mac() ? Mod.meta : Mod.control;
            this.#program.key_pressed('c', mods, entry?.node.id ?? 0, false);
            draw_now();
        });
    }
}
