// What a campaign needs around its browser: a host that it may change, a small disk.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { mount_small_disk } from './disk_full.mjs';

/** @typedef {import('./campaigns.mjs').Campaign} Campaign */
/** @typedef {import('../e2e/desk.mjs').Settings} Settings */

const DIST = process.env.BUYERBOOK_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));

/** A narrower window is drawn faster, and still shows list and card side by side. */
const WINDOW = { width: 1280, height: 720 };

/** The page is started hundreds of times, and nobody looks at it. */
const THRIFTY = ['--disable-gpu-compositing'];
const SAYS_SO = /GPU stall due to ReadPixels/;

/** Runs in the page: everything is laid out, and no triangle is filled. */
function draw_nothing() {
    const context = WebGL2RenderingContext.prototype;
    context.drawElements = context.drawArrays = () => {};
}

/**
 * @param {Campaign} campaign @param {import('./engines.mjs').Engine} engine
 * @returns {{settings: Settings, expected: RegExp[], put_away: () => void, impossible: string | false}}
 */
export function furnished(campaign, engine) {
    const place = fs.mkdtempSync(path.join(os.tmpdir(), 'buyerbook-torture-'));
    /** @type {Settings} */
    const settings = {
        viewport: WINDOW, ...campaign.settings,
        flags: [...THRIFTY, ...engine.flags],
        launch: engine.launch,
        init: [draw_nothing, ...(campaign.settings?.init ?? [])],
    };
    let unmount = () => {};
    let impossible = engine.impossible ?? false;
    if (campaign.own_host) {
        settings.folder = path.join(place, 'host');
        fs.cpSync(DIST, settings.folder, { recursive: true });
    }
    if (campaign.small_disk) {
        settings.profiles = path.join(place, 'disk');
        const mounted = mount_small_disk(settings.profiles);
        if (mounted) unmount = mounted;
        else impossible = 'no disk can be mounted here';
    }
    const put_away = () => {
        unmount();
        fs.rmSync(place, { recursive: true, force: true, maxRetries: 5 });
    };
    return { settings, expected: [SAYS_SO, ...(campaign.expected ?? [])], put_away, impossible };
}
