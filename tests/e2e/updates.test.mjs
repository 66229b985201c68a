// A new version waits until the user wants it; a page never mixes files of two builds.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { desk_test } from './desk.mjs';
import { add_customer, add_named, field, go, hang, is_saved, press, start_empty } from './page.mjs';

const DIST = process.env.BUYERBOOK_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));

/** @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
const builds_kept = (page) =>
    page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('buyerbook')));

/** Publishes the same files as another build. @param {string} folder */
function publish_next_build(folder) {
    const file = path.join(folder, 'sw.js');
    const script = fs.readFileSync(file, 'utf8');
    const next = script.replace(/const BUILD = '(\w+)'/, "const BUILD = '$1next'");
    assert.notEqual(next, script);
    fs.writeFileSync(file, next);
}

/** A build whose files do not fit its list, as an upload that was cut off leaves it. @param {string} folder */
function publish_torn_build(folder) {
    publish_next_build(folder);
    fs.appendFileSync(path.join(folder, 'app.css'), '/* another build */');
}

/** A test with a host of its own, where a customer was saved by the present build.
 *  @param {string} name @param {(desk: import('./desk.mjs').Desk, folder: string) => Promise<void>} body */
function update_test(name, body) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'buyerbook-dist-'));
    after(() => fs.rmSync(folder, { recursive: true, force: true }));
    fs.cpSync(DIST, folder, { recursive: true });
    desk_test(name, async (desk) => {
        await start_empty(desk.page);
        await go(desk.page, '客户');
        await add_customer(desk.page);
        await is_saved(desk.page);
        await desk.is_kept_for_offline();
        await body(desk, folder);
    }, { folder });
}

/** @param {import('playwright-core').Page} page */
async function sees_the_customer(page) {
    await go(page, '客户');
    await page.getByText('1 位客户', { exact: true }).waitFor();
}

update_test('a new version waits for the user and keeps the data', async (desk, folder) => {
    const [present] = await builds_kept(desk.page);
    publish_next_build(folder);
    await desk.restart_browser();
    await desk.page.getByText('新版本已就绪。').first().waitFor();
    assert.ok((await builds_kept(desk.page)).includes(present), 'the old build is still whole');
    await Promise.all([desk.page.waitForEvent('load'), press(desk.page, '现在更新')]);
    await sees_the_customer(desk.page);
    assert.deepEqual(await builds_kept(desk.page), [`${present}next`]);
});

/** A second tab, which knows of the next build. @param {import('./desk.mjs').Desk} desk @param {string} folder */
async function second_tab_before_update({ context, server }, folder) {
    const second = await context.newPage();
    await second.goto(server.url);
    await sees_the_customer(second);
    publish_next_build(folder);
    await second.evaluate(async () => {
        await (await navigator.serviceWorker.ready).update();
    });
    await second.getByText('新版本已就绪。').first().waitFor();
    return second;
}

/** As the press in another tab does. @param {import('playwright-core').Page} page */
const take_new_build = (page) =>
    page.evaluate(() => new Promise((taken) => {
        navigator.serviceWorker.addEventListener('controllerchange', () => setTimeout(taken, 2000));
        navigator.serviceWorker.ready.then(({ waiting }) => waiting?.postMessage('take-over'));
    }));

update_test('a tab whose edits would be lost waits with a new version until they are saved', async (desk, folder) => {
    const second = await second_tab_before_update(desk, folder);
    // The tab that writes does not answer for a while.
    const let_go = await hang(desk.page);
    await add_named(second, 'Waiting Ltd');
    const alarm = second.getByRole('alert').filter({ hasText: '另一个标签页没有回应' });
    await alarm.waitFor();
    let loads = 0;
    second.on('load', () => { loads += 1; });
    await take_new_build(second);
    assert.equal(loads, 0);
    assert.ok(await alarm.isVisible());
    const reloaded = second.waitForEvent('load');
    await let_go(); // it takes the new version as soon as it hears of it
    await reloaded;
    await go(second, '客户');
    await second.getByText('2 位客户', { exact: true }).waitFor();
    await go(desk.page, '客户');
    await desk.page.getByText('2 位客户', { exact: true }).waitFor();
});

update_test('what is still being typed is waited for with a new version as well', async (desk, folder) => {
    const second = await second_tab_before_update(desk, folder);
    await second.getByRole('gridcell', { name: '新客户', exact: true }).click();
    await second.getByRole('tab', { name: '资料' }).click();
    const name = field(second, '公司名称');
    const let_go = await hang(desk.page);
    await name.fill('Half Typed Ltd');
    let loads = 0;
    second.on('load', () => { loads += 1; });
    await take_new_build(second);
    assert.equal(loads, 0);
    const reloaded = second.waitForEvent('load');
    await let_go();
    await reloaded;
    await go(second, '客户');
    await second.getByRole('gridcell', { name: 'Half Typed Ltd', exact: true }).waitFor();
});

update_test('a torn upload is never taken over, and the old version goes on', async (desk, folder) => {
    // The worker says on the console why it was not installed.
    desk.expected.push(/does not belong to build|offline use|service worker/i);
    const [present] = await builds_kept(desk.page);
    publish_torn_build(folder);
    await desk.restart_browser();
    await sees_the_customer(desk.page);
    await desk.page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update().catch(() => 0);
        while (registration.installing) await new Promise((later) => setTimeout(later, 50));
    });
    assert.equal(await desk.page.getByText('新版本已就绪。').count(), 0);
    await desk.stop_server();
    await desk.page.reload();
    await sees_the_customer(desk.page);
    assert.ok((await builds_kept(desk.page)).includes(present));
});
