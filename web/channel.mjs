// Tabs that show the same customer file talk to each other: a kind, and bytes in the program's own
// packing. Every other tab hears a message, the sender does not. Nothing is sure to arrive.

export class Channel {
    /** @type {BroadcastChannel | null} */
    #channel = null;
    /** @type {(kind: number, bytes: Uint8Array) => void} */
    on = () => {};

    /** @param {string} database name */
    constructor(database) {
        if (typeof BroadcastChannel === 'undefined') return;
        this.#channel = new BroadcastChannel(`buyerbook-tabs ${database}`);
        this.#channel.onmessage = ({ data }) => {
            // Another tab may run older or newer code.
            if (!Number.isInteger(data?.kind) || !(data.bytes instanceof Uint8Array)) return;
            this.on(data.kind, data.bytes);
        };
    }

    /** @param {number} kind @param {Uint8Array} bytes may be a view of the program's memory */
    post(kind, bytes) {
        // A view would take its whole buffer along.
        this.#channel?.postMessage({ kind, bytes: bytes.slice() });
    }

    end() {
        this.#channel?.close();
        this.#channel = null;
    }
}
