// Loads the program and shows how far it is: a calm line under the name, nothing that jumps.

import create from './app.mjs';

/** @typedef {import('./app.mjs').ProgramSettings} ProgramSettings */

/** The most that a start waits for it: making a WebGL context takes about as long, and the page hears nothing then. */
const BEGUN_MS = 250;

/** @param {number} share 0–1 */
function show_progress(share) {
    const bar = document.getElementById('boot-bar');
    bar?.style.setProperty('--share', String(share));
}

/** Counts the bytes on their way. @param {Response} answer */
function counted(answer) {
    const packed = answer.headers.get('Content-Encoding');
    const total = packed ? 0 : Number(answer.headers.get('Content-Length') ?? 0);
    let seen = 0;
    const counter = new TransformStream({
        transform(chunk, sink) {
            seen += chunk.byteLength;
            // Without a known length the line still moves, slower and slower.
            show_progress(total > 0 ? seen / total : 1 - 1 / (1 + seen / 400_000));
            sink.enqueue(chunk);
        },
    });
    // Some static hosts do not know the type of .wasm, and compiling while loading insists on it.
    return new Response(answer.body?.pipeThrough(counter), {
        headers: { 'Content-Type': 'application/wasm' },
    });
}

/**
 * @param {import('./host_types.js').Host} host
 * @param {HTMLCanvasElement} canvas
 * @param {(reason: unknown) => void} failed
 * @param {Promise<unknown>} begun what the page should hear before the program keeps it busy
 */
export async function load_program(host, canvas, failed, begun) {
    /** @type {Pick<ProgramSettings, 'instantiateWasm'>} */
    const loader = {
        instantiateWasm(imports, done) {
            fetch(new URL('app.wasm', import.meta.url))
                .then((answer) => WebAssembly.instantiateStreaming(counted(answer), imports))
                .then(async ({ instance, module }) => {
                    await Promise.race([begun, new Promise((late) => setTimeout(late, BEGUN_MS))]);
                    done(instance, module);
                })
                .catch(failed);
            return {};
        },
    };
    return create({
        host,
        canvas,
        ...loader,
        onAbort: failed,
        print: (line) => console.log(line),
        printErr: (line) => console.warn(line),
    });
}

/** The first frame is there: the splash goes. @returns {boolean} whether it was still there */
export function end_boot() {
    if (document.documentElement.dataset.state === 'ready') return false;
    document.documentElement.dataset.state = 'ready';
    document.getElementById('boot')?.remove();
    return true;
}
