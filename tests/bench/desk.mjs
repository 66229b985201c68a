// The one browser of a bench run: headless, with a profile on disk (a browser without one keeps its
// databases in memory), and what its processes use.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { processes_below } from './processes.mjs';
import { serve } from './server.mjs';

/** @typedef {import('playwright-core').Page} Page */

export const CHROMIUM = process.env.BUYERBOOK_CHROMIUM ?? '/usr/bin/chromium';
const PATIENCE = 300_000; // ms
const FLAGS = [
    '--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--disable-quic',
];

/** @param {number} ms */
const later = (ms) => new Promise((done) => setTimeout(done, ms));

/** Of the origin that is the same one in every run: what a profile holds for it can be used again. */
const KEPT_HOST = 'kept.localhost';

export class Desk {
    /** @type {{close: () => void}[]} */
    #servers = [];

    kept_origin = `http://${KEPT_HOST}`;

    /** @param {Record<string, string>} mounts @param {string} [profile] a folder, to begin with a copy of it */
    static async open(mounts, profile) {
        const desk = new Desk();
        desk.mounts = mounts;
        desk.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'buyerbook-bench-'));
        desk.profile = path.join(desk.folder, 'profile');
        if (profile) fs.cpSync(profile, desk.profile, { recursive: true });
        const { host } = new URL(await desk.origin());
        desk.context = await chromium.launchPersistentContext(desk.profile, {
            executablePath: CHROMIUM,
            headless: true,
            locale: 'zh-CN',
            timezoneId: 'Asia/Shanghai',
            viewport: { width: 1440, height: 900 },
            args: [...FLAGS, `--host-resolver-rules=MAP ${KEPT_HOST} ${host}`],
        });
        desk.context.setDefaultTimeout(PATIENCE);
        desk.browser_id = processes_below(process.pid, desk.folder)[0];
        return desk;
    }

    /** Another origin. @returns {Promise<string>} its address */
    async origin() {
        const server = await serve(this.mounts);
        this.#servers.push(server);
        return server.url;
    }

    /** The only page of the browser: what others held is gone. @returns {Promise<Page>} */
    async page() {
        const old = this.context.pages();
        const page = await this.context.newPage();
        // One that hangs in a loop is left to the browser.
        for (const one of old) await Promise.race([one.close(), later(10_000)]);
        page.on('pageerror', (error) => console.error(`page: ${error.stack}`));
        page.on('console', (message) => {
            if (message.type() === 'error') console.error(`page: ${message.text()} ${message.location().url}`);
        });
        return page;
    }

    /**
     * A page of a peer, with the functions that its module puts into `window.peer`.
     * @param {string} origin @param {string} module of peers/ @param {string[]} [scripts] of npm packages
     */
    async peer(origin, module, scripts = []) {
        const page = await this.page();
        // A script that throws never gets so far as to be there.
        const broken = new Promise((_, failed) => page.once('pageerror', failed));
        broken.catch(() => 0); // it may come before anybody waits for it
        await page.goto(peer_address(origin, module, scripts));
        await Promise.race([page.waitForFunction(() => 'peer' in window), broken]);
        return page;
    }

    /** @param {string} [kept] a folder that the profile is put into */
    async close(kept) {
        await this.context.close();
        for (const server of this.#servers) server.close();
        if (kept) fs.cpSync(this.profile, kept, { recursive: true });
        fs.rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
    }
}

/** @param {string} origin @param {string} module @param {string[]} scripts */
const peer_address = (origin, module, scripts = []) =>
    `${origin}/peer/?module=${module}&scripts=${scripts.join(',')}`;

/** @param {Page} page */
export async function collect_garbage(page) {
    const session = await page.context().newCDPSession(page);
    for (let round = 0; round < 3; ++round) await session.send('HeapProfiler.collectGarbage');
    await session.detach();
    await later(1000);
}
