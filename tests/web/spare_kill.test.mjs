// The browser is killed (SIGKILL) while the spare copy follows or is rebuilt: what lies on the disk is
// the outcome of acknowledged batches, and rebuilding brings it level.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'node:test';
import { chromium } from 'playwright-core';
import { startServer } from '../../tools/static_server.mjs';

const PAGE = fs.readFileSync(fileURLToPath(new URL('spare_page.js', import.meta.url)), 'utf8');
const WEB = fileURLToPath(new URL('../../web', import.meta.url));
const ROUNDS = Number(process.env.BUYERBOOK_KILLS ?? 4);

/** @param {string} profile the browser that was started with this folder, and its children */
function processes_of(profile) {
    return fs.readdirSync('/proc').filter((id) => /^\d+$/.test(id)).map(Number).filter((id) => {
        try {
            return id !== process.pid && fs.readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(`--user-data-dir=${profile}`);
        } catch {
            return false; // gone meanwhile
        }
    });
}

test('killed at any moment, the copy is a state that was acknowledged', { timeout: 60_000 + ROUNDS * 30_000 }, async (t) => {
    const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'buyerbook-spare-'));
    const server = await startServer({ folder: WEB });
    /** @type {import('playwright-core').BrowserContext | null} */ let context = null;
    t.after(async () => {
        await context?.close();
        await server.close();
        fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    });
    async function open_page() {
        context = await chromium.launchPersistentContext(profile, {
            executablePath: process.env.BUYERBOOK_CHROMIUM ?? '/usr/bin/chromium',
            args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
        });
        const page = context.pages()[0] ?? (await context.newPage());
        await page.goto(`${server.url}icons/icon.svg`);
        await page.evaluate(PAGE);
        // Chromium has counted 4 GB where what was removed was more than what it had counted before.
        const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
        assert.ok(used < 1e9, `the browser counts ${used} bytes`);
        return page;
    }

    for (let round = 0; round < ROUNDS; ++round) {
        const [name, rebuilding] = [`kill-${round}`, round % 2 === 1];
        let page = await open_page();
        await page.evaluate(async ([address, database, again]) => {
            const bench = await /** @type {any} */ (window).spare_bench(address, database);
            bench.signing = true;
            await bench.open();
            await bench.edit();
            await bench.spare.rebuild();
            const edits = async () => { for (;;) await bench.step(); };
            const rebuilds = async () => { while (again) await bench.spare.rebuild(); };
            edits();
            rebuilds();
        }, /** @type {[string, string, boolean]} */ ([server.url, name, rebuilding]));
        await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 1500));
        const gone = new Promise((resolve) => context?.once('close', resolve));
        const ids = processes_of(profile);
        assert.ok(ids.length > 0);
        for (const id of ids) process.kill(id, 'SIGKILL');
        await gone;

        page = await open_page();
        const found = await page.evaluate(async ([address, database]) => {
            const bench = await /** @type {any} */ (window).spare_bench(address, database);
            const state = await bench.open();
            const [exists, signed, copied] = [await bench.spare.exists(), await bench.is_signed(), await bench.copied()];
            const rebuilt = state === 'following' || (await bench.spare.rebuild());
            const same = (await bench.copied()) === (await bench.stored());
            return { state, exists, signed, rows: copied.split(/\s/).length, rebuilt, same };
        }, [server.url, name]);
        t.diagnostic(`${rebuilding ? 'rebuilding' : 'following'}: ${JSON.stringify(found)}`);
        assert.ok(found.exists && found.signed && found.rows > 2, JSON.stringify(found));
        assert.ok(['following', 'behind'].includes(found.state));
        assert.ok(found.rebuilt && found.same, JSON.stringify(found));
        await page.context().close();
        context = null;
    }
});
