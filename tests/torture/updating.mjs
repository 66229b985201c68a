// R16: the page is updated and set back again with data in it, in two tabs, and the upload is cut at
// each file. Nothing acknowledged is lost, a torn build is never taken over, and it works offline.

import fs from 'node:fs';
import path from 'node:path';
import { files_below } from './engines.mjs';
import { Model } from './model.mjs';
import { acknowledged, card_of, open_card, screen_of, start_with_one, type_into } from './work.mjs';

/** @typedef {import('../e2e/desk.mjs').Desk} Desk */
/** @typedef {import('./figures.mjs').Figures} Figures */
/** @typedef {import('playwright-core').Page} Page */

const FIELD = '城市';
const SETTLES_MS = 20_000;

/** Publishes the same files under another name of the build. @param {string} folder @param {string} build */
function publish(folder, build) {
    const file = path.join(folder, 'sw.js');
    const script = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, script.replace(/const BUILD = '\w+'/, `const BUILD = '${build}'`));
}

/** The worker looks for another build, and installs it or not. @param {Page} page @returns {Promise<boolean>} another one waits */
const looks_for_update = (page) =>
    page.evaluate(async (patience) => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update().catch(() => 0);
        const end = Date.now() + patience;
        while (registration.installing && Date.now() < end) await new Promise((later) => setTimeout(later, 50));
        return registration.waiting !== null;
    }, SETTLES_MS);

/** @param {Desk} desk @param {Figures} figures @param {Model} model @param {string} what */
async function nothing_is_lost(desk, figures, model, what) {
    figures.runs += 1;
    const screen = await screen_of(desk.page);
    if (screen !== 'workspace') return figures.fault('lost', `${what}: ${screen}`);
    await open_card(desk.page);
    const verdict = model.judge(await card_of(desk.page));
    if (verdict !== 'sound') figures.fault(verdict, what);
}

/** @param {Desk} desk @param {Model} model */
async function edit(desk, model) {
    await type_into(desk.page, FIELD, model.edit(FIELD));
    await acknowledged(desk.page);
    model.acknowledge();
}

/** To another build and back, a second tab open. @param {Desk} desk @param {string} folder @param {Figures} figures @param {Model} model */
async function there_and_back(desk, folder, figures, model) {
    for (const build of ['newer', 'older']) {
        const second = await desk.context.newPage();
        await second.goto(desk.server.url);
        await screen_of(second);
        publish(folder, build);
        if (!(await looks_for_update(desk.page))) figures.fault('unnoticed', `the build ${build} was not found`);
        await edit(desk, model);
        await Promise.all([
            desk.page.waitForEvent('load'), second.waitForEvent('load'),
            desk.page.getByRole('button', { name: '现在更新', exact: true }).click(),
        ]);
        await second.close();
        await nothing_is_lost(desk, figures, model, `update to ${build}`);
        await edit(desk, model);
    }
}

/** @param {Desk} desk at the first start, `folder` its host @param {Figures} figures @param {number} cuts */
export async function updating(desk, figures, cuts) {
    const folder = String(desk.settings.folder);
    const model = new Model();
    await start_with_one(desk.page);
    await desk.is_kept_for_offline();
    await edit(desk, model);
    await there_and_back(desk, folder, figures, model);
    const files = files_below(folder).filter((file) => !/sw\.js$|licences|icons/.test(file));
    for (const [i, file] of files.slice(0, cuts).entries()) {
        const whole = fs.readFileSync(file);
        fs.writeFileSync(file, whole.subarray(0, whole.length >> 1));
        publish(folder, `cut${i}`);
        const what = `upload cut in ${path.basename(file)}`;
        if (await looks_for_update(desk.page)) figures.fault('torn', `${what}: taken as whole`);
        await edit(desk, model);
        await desk.page.reload();
        await nothing_is_lost(desk, figures, model, what);
        fs.writeFileSync(file, whole);
    }
    await desk.stop_server();
    await desk.page.reload();
    await nothing_is_lost(desk, figures, model, 'offline');
}
