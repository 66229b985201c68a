// Puts dist/ together: the files of web/, its modules joined into a few scripts, the two programs, the
// fonts, the ciphers that an encrypted file needs, and the licences; tells the service worker what belongs
// to this build, and prints the sizes. The same input gives the same bytes.
//
//     node make_dist.mjs --program DIR --fonts DIR --licences FILE --out DIR
//
// In sw.js `/*PRECACHE*/[]` becomes the list of all files, each {url, integrity, bytes}; url is
// relative to the worker. `__BUILD_ID__` is replaced in every text file of web/.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundledScripts } from './bundle.mjs';
import { CIPHERS, cipherModule } from './ciphers.mjs';
import { printSizes } from './sizes.mjs';

const WEB = fileURLToPath(new URL('../web', import.meta.url));
const SERVICE_WORKER = 'sw.js';
// Linked into the programs, for the type checker only, or part of a script that is put together.
const NOT_SERVED = /(^|\/)(host_library\.js|worker_library\.js|tsconfig[^/]*\.json|[^/]*\.d\.m?ts|[^/]*\.(md|mjs))$/;
const TEXT = /\.(html|css|js|mjs|json|webmanifest|svg)$/;

/** @param {string} folder @returns {string[]} the files below it, relative, sorted, without hidden ones */
function filesBelow(folder) {
    return fs
        .readdirSync(folder, { withFileTypes: true })
        .filter((entry) => !entry.name.startsWith('.'))
        .flatMap((entry) =>
            entry.isDirectory()
                ? filesBelow(path.join(folder, entry.name)).map((name) => `${entry.name}/${name}`)
                : [entry.name],
        )
        .sort();
}

/** @param {string} encoding @param {Buffer | string} bytes */
const sha256 = (bytes, encoding) => createHash('sha256').update(bytes).digest(encoding);

/** @returns {Map<string, Buffer>} every file of dist/ by its address, before anything is filled in */
function gather({ program, fonts, licences }) {
    const files = new Map();
    const add = (folder, names, prefix = '') => {
        for (const name of names) files.set(prefix + name, fs.readFileSync(path.join(folder, name)));
    };
    add(WEB, filesBelow(WEB).filter((name) => !NOT_SERVED.test(name)));
    for (const [name, bytes] of bundledScripts(WEB)) files.set(name, bytes);
    add(program, filesBelow(program).filter((name) => /\.(mjs|wasm)$/.test(name)));
    add(fonts, filesBelow(fonts), 'fonts/');
    for (const name of CIPHERS) files.set(`ciphers/${name}`, Buffer.from(cipherModule(name)));
    add(path.dirname(licences), [path.basename(licences)]);
    return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function buildId(files) {
    const all = [...files].map(([name, bytes]) => `${name} ${sha256(bytes, 'hex')}\n`);
    return sha256(all.join(''), 'hex').slice(0, 16);
}

/** Fills in the build's name first, because it changes hashes, and the list of files last. */
function fillIn(files) {
    const id = buildId(files);
    for (const name of filesBelow(WEB)) {
        const bytes = files.get(name);
        if (!bytes || !TEXT.test(name) || !bytes.includes('__BUILD_ID__')) continue;
        files.set(name, Buffer.from(bytes.toString('utf8').replaceAll('__BUILD_ID__', id)));
    }
    const worker = files.get(SERVICE_WORKER);
    if (!worker) return;
    const precache = [...files]
        .filter(([name]) => name !== SERVICE_WORKER)
        .map(([url, bytes]) => ({
            url,
            integrity: `sha256-${sha256(bytes, 'base64')}`,
            bytes: bytes.length,
        }));
    const text = worker.toString('utf8');
    if (!text.includes('/*PRECACHE*/[]')) throw new Error('sw.js has no place for the precache list');
    files.set(SERVICE_WORKER, Buffer.from(text.replace('/*PRECACHE*/[]', () => JSON.stringify(precache))));
}

/** Writes beside the old folder and swaps, so that a server never shows half a build. */
function write(files, out) {
    const fresh = `${out}.new`;
    fs.rmSync(fresh, { recursive: true, force: true });
    for (const [name, bytes] of files) {
        const place = path.join(fresh, name);
        fs.mkdirSync(path.dirname(place), { recursive: true });
        fs.writeFileSync(place, bytes);
    }
    fs.rmSync(out, { recursive: true, force: true });
    fs.renameSync(fresh, out);
}

const { values: options } = parseArgs({
    options: {
        program: { type: 'string' },
        fonts: { type: 'string' },
        licences: { type: 'string' },
        out: { type: 'string' },
    },
});
const files = gather(options);
fillIn(files);
write(files, options.out);
printSizes(files);
