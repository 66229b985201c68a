// R19: Debian's Firefox, which playwright-core drives by WebDriver BiDi. It draws on a virtual display:
// without any it has no WebGL 2 here.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { firefox } from 'playwright-core';
import { keep_files_here, takes_files_here } from './firefox_files.mjs';

/** @typedef {import('playwright-core').BrowserContext} BrowserContext */

const PROGRAM = process.env.BUYERBOOK_FIREFOX ?? '/usr/bin/firefox-esr';
const DISPLAY_PROGRAM = '/usr/bin/Xvfb';

/** @returns {string | false} why it cannot be run here */
export function no_firefox() {
    if (!fs.existsSync(PROGRAM)) return 'Firefox is not installed';
    if (!process.env.DISPLAY && !fs.existsSync(DISPLAY_PROGRAM)) return 'there is no display';
    return false;
}

/** It asks for settings, experiments and news of its own, which have nothing to do with the page. */
const QUIET = {
    'services.settings.server': 'data:,#none',
    'app.normandy.enabled': false,
    'app.update.disabledForTesting': true,
    'browser.newtabpage.activity-stream.feeds.asrouterfeed': false,
    'browser.newtabpage.activity-stream.feeds.system.topstories': false,
    'browser.region.network.url': '',
    'browser.search.update': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.safebrowsing.update.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'dom.push.connection.enabled': false,
    'extensions.getAddons.cache.enabled': false,
    'extensions.update.enabled': false,
    'media.gmp-manager.updateEnabled': false,
    'nimbus.rollouts.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'toolkit.telemetry.enabled': false,
    // After a kill it would ask whether to start in safe mode, and bring back its tabs.
    'toolkit.startup.max_resumed_crashes': -1,
    'browser.sessionstore.resume_from_crash': false,
    'intl.accept_languages': 'zh-CN',
    'webgl.force-enabled': true,
};

/** The long-term Firefox lacks one command that playwright-core always sends; another is sent instead. */
function leave_out_media_features() {
    const bundle = path.join(path.dirname(createRequire(import.meta.url).resolve('playwright-core')), 'lib/utilsBundle.js');
    const { ws } = createRequire(import.meta.url)(bundle);
    const send = ws.prototype.send;
    ws.prototype.send = function (/** @type {string} */ text, /** @type {unknown[]} */ ...rest) {
        const lacking = typeof text === 'string' && text.includes('"emulation.setMediaFeaturesOverride"');
        const sent = lacking ? JSON.stringify({ id: JSON.parse(text).id, method: 'session.status', params: {} }) : text;
        return send.call(this, sent, ...rest);
    };
}

/** @type {Promise<string> | null} */
let display = process.env.DISPLAY ? Promise.resolve(process.env.DISPLAY) : null;

/** @returns {Promise<string>} a display that lasts as long as this program */
async function started_display() {
    const server = spawn(DISPLAY_PROGRAM, ['-displayfd', '1', '-screen', '0', '1440x1000x24'], {
        stdio: ['ignore', 'pipe', 'ignore'],
    });
    server.unref();
    process.on('exit', () => server.kill());
    const [number] = await once(/** @type {import('node:stream').Readable} */ (server.stdout), 'data');
    /** @type {import('node:net').Socket} */ (server.stdout).unref();
    return `:${String(number).trim()}`;
}

let prepared = false;

/** The proxy of Chromium's command line. @param {string[]} args */
function through_proxy(args) {
    const { hostname, port } = new URL(args.find((one) => one.startsWith('--proxy-server='))?.split('=')[1] ?? '');
    const settings = ['http', 'ssl'].flatMap((kind) => [
        [`network.proxy.${kind}`, hostname], [`network.proxy.${kind}_port`, Number(port)],
    ]);
    return { 'network.proxy.type': 1, ...Object.fromEntries(settings) };
}

/** @type {import('../e2e/desk.mjs').Launch} */
export async function launch_firefox(profile, { args = [], ...options }) {
    if (!prepared) leave_out_media_features();
    prepared = true;
    display ??= started_display();
    const context = await firefox.launchPersistentContext(profile, {
        ...options,
        channel: 'moz-firefox',
        executablePath: PROGRAM,
        headless: false,
        firefoxUserPrefs: { ...QUIET, ...through_proxy(args) },
        env: { .../** @type {Record<string, string>} */ (process.env), DISPLAY: await display },
    });
    await context.addInitScript(keep_files_here);
    context.on('page', takes_files_here);
    context.pages().forEach(takes_files_here);
    return context;
}
