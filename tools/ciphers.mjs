// The modules of @noble/ciphers that the page uses, as they are served: without their comments, which
// are most of them. Only an encrypted customer file loads them.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const PACKAGE = path.dirname(fileURLToPath(import.meta.resolve('@noble/ciphers/aes.js')));

/** aes.js and what it imports. */
export const CIPHERS = ['_polyval.js', 'aes.js', 'utils.js'];

/** @param {string} name one of CIPHERS @returns {string} */
export function cipherModule(name) {
    const source = fs.readFileSync(path.join(PACKAGE, name), 'utf8');
    const { outputText } = ts.transpileModule(source, {
        compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022, removeComments: true },
    });
    return outputText;
}
