// The list of customers narrows while one types, by words in any spelling and by grade.

import assert from 'node:assert/strict';
import { desk_test } from './desk.mjs';
import { button, choose, eventually, go, sample_is_open, sees_customers } from './page.mjs';

const SAMPLE = { address: '?sample=1' };

/** @param {import('playwright-core').Page} page @returns {Promise<number>} */
async function shown(page) {
    const words = await page.getByText(/^[\d,]+ 位客户$/).first().textContent();
    return Number(words?.replaceAll(/\D/g, ''));
}

desk_test('typing narrows the list, and Escape brings everything back', async ({ page }) => {
    await sample_is_open(page);
    await go(page, '客户');
    const all = await shown(page);
    assert.ok(all > 10, `${all} customers in the sample`);
    const search = page.getByRole('searchbox');
    await search.focus();
    await page.keyboard.type('kovac');
    await sees_customers(page, 1);
    await page.getByRole('gridcell', { name: 'Kovačica Rasvjeta d.o.o.', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await sees_customers(page, all);
    await search.fill('没有这样的客户');
    await page.getByText('没有符合条件的客户', { exact: true }).waitFor();
    await button(page, '清除筛选').click();
    await sees_customers(page, all);
    assert.equal(await search.inputValue(), '');
}, SAMPLE);

desk_test('a grade and a country narrow the list, together with words', async ({ page }) => {
    await sample_is_open(page);
    await go(page, '客户');
    const all = await shown(page);
    const filters = page.getByRole('group', { name: '筛选' });
    const chip = filters.getByText(/^A 热门客户 \d+$/).first();
    const wanted = Number((await chip.textContent())?.replaceAll(/\D/g, ''));
    await chip.click();
    await sees_customers(page, wanted);
    const grades = page.getByRole('grid', { name: '客户' }).getByRole('gridcell', { name: 'A 热门客户' });
    await eventually(async () => assert.equal(await grades.count(), wanted));
    await filters.getByText('全部', { exact: true }).click();
    await sees_customers(page, all);
    await choose(page, '按国家筛选', /^克罗地亚/);
    await sees_customers(page, 1);
}, SAMPLE);
