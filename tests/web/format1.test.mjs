// The encrypted forms of format 1 open for ever: a backup under a passphrase, and a store under a
// passcode or its recovery key. What is in them is checked by tests/unit/store/format1_test.cpp.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test, { describe } from 'node:test';
import { from_base64 } from '../../web/raw_export.mjs';
import { open_lock, open_row } from '../../web/store_seal.mjs';
import { open_sealed } from '../../web/sealed_container.mjs';

const file = (/** @type {string} */ name) => fs.readFileSync(new URL(`../golden/format1/${name}`, import.meta.url));
const raw = (/** @type {string} */ name) => JSON.parse(file(name).toString('utf8')).stores;
const PLACES = ['journal', 'shard', 'meta', 'blob'];
const SECRETS = JSON.parse(file('secrets.json').toString('utf8'));

describe('format 1', () => {
    test('the encrypted backup opens to the content of the plain one', async () => {
        const opened = await open_sealed(new Uint8Array(file('sealed.bbk')), SECRETS.passphrase);
        assert.ok('content' in opened);
        // The plain container holds the same content in chunks: 40 bytes before, 9 and a hash around each.
        const content = Buffer.from(opened.content);
        assert.ok(file('backup.bbk').includes(content.subarray(0, 60_000)));
        assert.deepEqual(await open_sealed(new Uint8Array(file('sealed.bbk')), 'another'), { fault: 'passphrase' });
    });

    for (const secret of ['passcode', 'recovery']) {
        test(`the encrypted store opens row by row with the ${secret}`, async () => {
            const sealed = raw('sealed_store.bbraw.json');
            const plain = raw('store.bbraw.json');
            const lock = sealed.meta.find((/** @type {string[]} */ [key]) => key === 'lock');
            const key = await open_lock(from_base64(lock[1]), SECRETS[secret]);
            assert.ok(key);
            let rows = 0;
            for (const [place, name] of PLACES.entries()) {
                const stored = new Map(sealed[name]);
                for (const [row_key, base64] of plain[name]) {
                    const opened = await open_row(key, place, row_key, from_base64(stored.get(row_key)));
                    assert.ok(opened, `${name} ${row_key}`);
                    assert.deepEqual(opened, from_base64(base64));
                    rows += 1;
                }
            }
            assert.ok(rows > 5, `${rows} rows`);
        });
    }
});
