// Writing the clipboard: within a copy event when there is one, else by the browser's leave.

export class Clipboard {
    #refused;
    /** @type {ClipboardEvent | null} */
    #event = null;

    /** @param {() => void} refused */
    constructor(refused) {
        this.#refused = refused;
    }

    /** What `work` copies goes into the event. @param {ClipboardEvent} event @param {() => void} work */
    during(event, work) {
        this.#event = event;
        work();
        this.#event = null;
    }

    /** @param {string} text @param {string} html may be empty */
    copy(text, html) {
        const data = this.#event?.clipboardData;
        if (data) {
            this.#event?.preventDefault();
            data.setData('text/plain', text);
            if (html) data.setData('text/html', html);
            return;
        }
        this.#write(text, html).catch(this.#refused);
    }

    /** @param {string} text @param {string} html */
    async #write(text, html) {
        if (!html || typeof ClipboardItem === 'undefined') {
            return navigator.clipboard.writeText(text);
        }
        const blob = (/** @type {string} */ type, /** @type {string} */ part) =>
            new Blob([part], { type });
        return navigator.clipboard.write([
            new ClipboardItem({
                'text/plain': blob('text/plain', text),
                'text/html': blob('text/html', html),
            }),
        ]);
    }
}
