// The page's modules as they are served: each script that a page or a worker begins with is one file
// with all that it imports. Sixty modules, each by way of the service worker, and those of the workers one
// after another, were a good part of a start. Names stay readable: a fault on somebody's machine tells where.

import { buildSync } from 'esbuild';

/** What is begun with; other modules of web/ are served only as parts of these. */
export const SCRIPTS = ['main.mjs', 'documents_worker.mjs', 'spare_worker.mjs', 'store_ahead_worker.mjs'];
/** The programs, and what only an encrypted file needs. */
const BY_THEMSELVES = ['./app.mjs', './documents.mjs', './ciphers/*'];

/** @param {string} folder web/ @returns {Map<string, Buffer>} by name; throws where a module is missing */
export function bundledScripts(folder) {
    const { outputFiles } = buildSync({
        absWorkingDir: folder,
        entryPoints: SCRIPTS,
        outdir: '.',
        outExtension: { '.js': '.mjs' },
        bundle: true,
        external: BY_THEMSELVES,
        format: 'esm',
        target: 'es2022',
        charset: 'utf8',
        minifyWhitespace: true,
        minifySyntax: true,
        write: false,
        logLevel: 'error',
    });
    return new Map(outputFiles.map(({ path, contents }, i) => {
        const name = SCRIPTS[i] ?? '';
        if (!path.endsWith(`/${name}`)) throw new Error(`${path} is not ${name}`);
        return [name, Buffer.from(contents)];
    }));
}
