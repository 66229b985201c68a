// A desk in Debian's Chromium with a profile and a server of its own. After each test the browser
// must have asked nobody but the own origin, and nothing may stand on its console (R15).

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { chromium } from 'playwright-core';
import { startServer } from '../../tools/static_server.mjs';
import { start_net_watch } from './net_watch.mjs';

/** @typedef {NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>} LaunchOptions */
/** @typedef {(profile: string, options: LaunchOptions) => Promise<import('playwright-core').BrowserContext>} Launch */

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {object} Settings
 * @property {{width: number, height: number}} [viewport]
 * @property {boolean} [touch]
 * @property {number} [pixel_ratio]
 * @property {string} [address] what follows the server's address, such as ?sample=1
 * @property {string} [prefix] the path under which the page is served
 * @property {string} [folder] what is served instead of dist/
 * @property {string[]} [flags] more of them for the browser
 * @property {(() => void)[]} [init] run in each page before its own scripts
 * @property {Launch} [launch] another browser
 * @property {string} [profiles] where profiles lie, such as a small disk
 * @property {string | false} [skip] why the test cannot be run here
 */

export const PATIENCE = 45_000; // ms for one step: the machine may be slow and shared
const TEST_LIMIT = 240_000;
const NO_FRAMES = 'answers but gets no frame';
/** Modules that tests use by themselves; the page has them as parts of its scripts. */
const MODULES = new Map(['raw_export.mjs', 'store_database.mjs'].map((name) =>
    [`modules/${name}`, fs.readFileSync(new URL(`../../web/${name}`, import.meta.url), 'utf8')]));
const FAILURES = path.join(os.tmpdir(), 'buyerbook-e2e-failures');

const FLAGS = [
    '--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--disable-quic',
];

/** Runs in the page before its own scripts. */
function report_policy_violations() {
    addEventListener('securitypolicyviolation', (event) =>
        console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`),
    );
}

/** @type {Launch} */
const launch_chromium = (profile, options) =>
    chromium.launchPersistentContext(profile, {
        executablePath: process.env.BUYERBOOK_CHROMIUM ?? '/usr/bin/chromium', ...options,
    });

/** @returns {{id: number, parent: number, line: string}[]} every process there is */
function processes() {
    const ids = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return ids.flatMap((id) => {
        try {
            const line = fs.readFileSync(`/proc/${id}/cmdline`, 'utf8');
            const state = fs.readFileSync(`/proc/${id}/stat`, 'utf8');
            return [{ id: Number(id), parent: Number(state.slice(state.lastIndexOf(')')).split(' ')[2]), line }];
        } catch {
            return []; // ended meanwhile
        }
    });
}

/** A browser and all that it has started. @param {string} profile on its command line @returns {number[]} ids, children last */
function processes_of(profile) {
    const all = processes().filter(({ id }) => id !== process.pid);
    const found = new Set(all.filter(({ line }) => line.includes(profile)).map(({ id }) => id));
    for (const parent of found) { // a set is walked to its end, also while it grows
        for (const one of all) if (one.parent === parent) found.add(one.id);
    }
    return [...found];
}

export class Desk {
    /** What a test wants to see on the console. @type {RegExp[]} */
    expected = [];
    /** @type {string[]} */
    complaints = [];

    /** @param {Settings} settings */
    static async open(settings) {
        const desk = new Desk();
        desk.settings = settings;
        desk.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'buyerbook-e2e-'));
        desk.net = await start_net_watch();
        const { folder = process.env.BUYERBOOK_DIST, prefix } = settings;
        desk.server = await startServer({ folder, prefix, texts: MODULES });
        await desk.start_browser();
        return desk;
    }

    /** @param {string} [profile] another name is a browser that was never used before */
    async start_browser(profile = 'profile') {
        const { viewport = { width: 1440, height: 900 }, touch = false, pixel_ratio, address = '' } =
            this.settings;
        this.profile = path.join(this.settings.profiles ?? this.folder, profile);
        const launch = this.settings.launch ?? launch_chromium;
        this.context = await launch(this.profile, {
            headless: true,
            locale: 'zh-CN',
            timezoneId: 'Asia/Shanghai',
            viewport,
            hasTouch: touch,
            deviceScaleFactor: pixel_ratio,
            args: [...FLAGS, ...(this.settings.flags ?? []), `--proxy-server=${this.net.address}`],
        });
        this.context.setDefaultTimeout(PATIENCE);
        this.context.on('console', (message) => {
            if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text());
        });
        this.context.on('request', (request) => this.#note_request(request.url()));
        this.context.on('weberror', (event) => this.complaints.push(String(event.error().stack)));
        await this.context.addInitScript(report_policy_violations);
        for (const script of this.settings.init ?? []) await this.context.addInitScript(script);
        this.page = this.context.pages()[0] ?? (await this.context.newPage());
        await this.page.goto(this.server.url + address);
    }

    /** The browser ends and starts again, with the same profile unless told otherwise. */
    async restart_browser(/** @type {string} */ profile) {
        await this.context.close();
        await this.start_browser(profile);
    }

    /** SIGKILL: the browser is given no time for anything. */
    async kill() {
        const gone = new Promise((done) => this.context.once('close', () => done(0)));
        for (const id of processes_of(this.profile)) {
            try {
                process.kill(id, 'SIGKILL');
            } catch {
                // Ended with its parent meanwhile.
            }
        }
        await gone;
    }

    /** Killed, and started again with the same profile. */
    async kill_browser() {
        await this.kill();
        await this.start_browser();
    }

    /** Waits until every file is in the cache of the service worker. */
    async is_kept_for_offline() {
        await this.page.evaluate(() => navigator.serviceWorker.ready.then(() => 0));
    }

    /** From now on there is no network. */
    async stop_server() {
        await this.server.close();
        this.server.close = async () => {};
    }

    /** @param {string} address */
    #note_request(address) {
        if (!address.startsWith(this.server.url) && !/^(blob|data):/.test(address)) {
            this.complaints.push(`asked elsewhere: ${address}`);
        }
    }

    /** A file's path in the folder of this test. @param {string} name @returns {string} */
    file = (name) => path.join(this.folder, name);

    assert_quiet() {
        const loud = this.complaints.filter((text) => !this.expected.some((one) => one.test(text)));
        assert.deepEqual(loud, [], 'the console stays empty, and nothing is asked of another origin');
        assert.deepEqual(this.net.asked, [], 'nothing leaves the machine');
    }

    /** @param {string} name of the test that failed @returns {Promise<string>} how the page is */
    async keep_evidence(name) {
        fs.mkdirSync(FAILURES, { recursive: true });
        const stem = path.join(FAILURES, name.replaceAll(/[^\p{L}\d]+/gu, '-').slice(0, 80));
        try {
            await this.page.screenshot({ path: `${stem}.png`, timeout: 10_000 });
            const seen = await this.page.locator('body').ariaSnapshot();
            fs.writeFileSync(`${stem}.txt`, seen);
            console.log(`what was to be seen: ${stem}.png and .txt, in short:\n${outline(seen)}`);
        } catch (reason) {
            console.log(`no picture could be taken: ${reason}`);
        }
        console.log('console:', this.complaints.join('\n'));
        const pulse = await this.#pulse();
        console.log('the page', pulse);
        return pulse;
    }

    /** Whether a page that hangs is stuck itself, or only gets no frames any more. @returns {Promise<string>} */
    async #pulse() {
        const frame = this.page.evaluate((words) =>
            Promise.race([
                new Promise((drawn) => requestAnimationFrame(() => drawn('draws frames'))),
                new Promise((late) => setTimeout(() => late(words), 3000)),
            ]), NO_FRAMES,
        );
        const stuck = new Promise((late) => setTimeout(() => late('does not answer'), 6000));
        return Promise.race([frame.catch((reason) => `is gone: ${reason}`), stuck]);
    }

    async close() {
        await this.context?.close();
        await this.server.close();
        this.net.close();
        fs.rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
    }
}

/** The lines of a snapshot that say where one is: all that is kept of a machine that is gone by then.
 *  @param {string} seen */
const outline = (seen) =>
    seen
        .split('\n')
        .filter((line) => /- (heading|dialog|alert|status|complementary|searchbox|text:)/.test(line))
        .slice(0, 40)
        .join('\n');

/**
 * @param {string} name @param {(desk: Desk) => Promise<void>} body @param {Settings} settings
 * @returns {Promise<{reason: unknown, pulse: string} | null>} why it failed
 */
async function attempt(name, body, settings) {
    const desk = await Desk.open(settings);
    try {
        await body(desk);
        desk.assert_quiet();
        return null;
    } catch (reason) {
        return { reason, pulse: await desk.keep_evidence(name) };
    } finally {
        await desk.close();
    }
}

/**
 * A test of its own: profile, server, browser. A browser whose software GPU has stopped answers and
 * gets no frame any more, which no page can mend: such a test, and no other, has a second attempt.
 * @param {string} name @param {(desk: Desk) => Promise<void>} body @param {Settings} [settings]
 */
export function desk_test(name, body, settings = {}) {
    test(name, { timeout: 2 * TEST_LIMIT, skip: settings.skip }, async () => {
        let failure = await attempt(name, body, settings);
        if (failure?.pulse === NO_FRAMES) {
            console.log('once more, with another browser');
            failure = await attempt(name, body, settings);
        }
        if (failure) throw failure.reason;
    });
}
