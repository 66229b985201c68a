// @ts-nocheck Emscripten's dialect: names such as HEAPU8 exist only once it is linked.
// Linked into the documents program (--js-library): what src/worker/imports.h declares.

const workerLibrary = {
    worker_decode__deps: ['malloc'],
    worker_decode: (label, label_length, bytes, size, length) => {
        const name = new TextDecoder().decode(HEAPU8.subarray(label, label + label_length));
        let text;
        try {
            text = new TextDecoder(name, { fatal: true }).decode(
                HEAPU8.subarray(bytes, bytes + size),
            );
        } catch {
            return 0; // bytes that do not fit, or an encoding the browser does not know
        }
        const encoded = new TextEncoder().encode(text);
        const at = _malloc(Math.max(encoded.length, 1));
        if (!at) return 0;
        HEAPU8.set(encoded, at);
        HEAPU32[length >> 2] = encoded.length;
        return at;
    },
    worker_progress: (fraction) => Module['progress']?.(fraction),
};

addToLibrary(workerLibrary);
