// Files that are no customer list: each gets one clear sentence, and nothing is changed.

import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { desk_test } from './desk.mjs';
import { add_customer, eventually, give_file, go, press, sees_customers, start_empty } from './page.mjs';
import { make_long_csv, make_xlsx, write } from './programs.mjs';

const ICON = fileURLToPath(new URL('../../web/icons/', import.meta.url));

/** An OLE2 file whose directory names the stream of a sheet with a password. */
function encrypted_workbook() {
    const file = Buffer.alloc(512 * 4, 0xff);
    file.fill(0, 0, 512);
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file, 0);
    file.writeUInt32LE(0x0003003e, 24);
    file.writeUInt16LE(0xfffe, 28);
    file.writeUInt16LE(9, 30); // sectors of 512 bytes
    file.writeUInt16LE(6, 32);
    file.writeUInt32LE(1, 44); // one sector of allocation table
    file.writeUInt32LE(1, 48); // the directory is sector 1
    file.writeUInt32LE(4096, 56);
    file.writeInt32LE(-2, 60);
    file.writeInt32LE(-2, 68);
    file.fill(0xff, 76, 512);
    file.writeUInt32LE(0, 76);
    file.writeInt32LE(-3, 512); // sector 0 is the table itself
    file.writeInt32LE(-2, 516);
    file.writeInt32LE(-2, 520);
    file.fill(0, 1024, 2048);
    ['Root Entry', 'EncryptionInfo', 'EncryptedPackage'].forEach((name, i) => {
        const at = 1024 + i * 128;
        file.write(`${name}\0`, at, 'utf16le');
        file.writeUInt16LE((name.length + 1) * 2, at + 64);
        file[at + 66] = i === 0 ? 5 : 2;
        for (const link of [68, 72, 76]) file.writeInt32LE(-1, at + link);
        file.writeInt32LE(-2, at + 116);
    });
    return file;
}

/** @param {(name: string) => string} file @returns {[string, RegExp][]} files, and what is said of each */
function bad_files(file) {
    const good = file('good.xlsx');
    make_xlsx(good);
    const whole = fs.readFileSync(good);
    const picture = fs.readdirSync(ICON).find((name) => name.endsWith('.png'));
    const png = picture
        ? fs.readFileSync(path.join(ICON, picture))
        : Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const long = file('300000.csv');
    make_long_csv(long, 300_000);
    return [
        [write(file('cut-off.xlsx'), whole.subarray(0, whole.length * 0.6)), /已损坏或不完整/],
        [write(file('picture.xlsx'), png), /不是表格文件/],
        [write(file('password.xlsx'), encrypted_workbook()), /有密码保护/],
        [write(file('empty.csv'), ''), /是空的（0 字节）/],
        [write(file('random.csv'), crypto.createHash('shake256', { outputLength: 50_000 }).update('x').digest()),
            /没有导入任何内容/],
        [write(file('blank.csv'), '\r\n,,\r\n'), /一格内容都没有/],
        [write(file('page.xls'), '<html><body><table><tr><td>公司</td></tr></table></body></html>'), /其实是网页/],
        [long, /超过 [\d,]+ 行/],
    ];
}

desk_test('bad files get one sentence each and change nothing', async ({ page, file }) => {
    await start_empty(page);
    await go(page, '客户');
    await add_customer(page);
    await page.keyboard.press('Escape');
    await sees_customers(page, 1);
    const message = page.getByRole('alert').filter({ hasText: /\S/ });
    for (const [bad, sentence] of bad_files(file)) {
        await give_file(page, '导入', bad);
        await eventually(async () => {
            const said = await message.allTextContents();
            assert.ok(said.some((words) => sentence.test(words)), `${path.basename(bad)}: ${said}`);
        });
        const [said] = await message.allTextContents();
        assert.equal(said.match(/。/g)?.length, 1, `one sentence: ${said}`);
        await sees_customers(page, 1);
        await press(page, '知道了');
    }
});

desk_test('a file in UTF-16 is read, or refused with a sentence', async ({ page, file }) => {
    await start_empty(page);
    await go(page, '客户');
    const words = Buffer.from('\ufeff公司名称\t国家\r\n远航贸易\t德国\r\n', 'utf16le');
    await give_file(page, '导入我的客户表', write(file('unicode.txt'), words));
    const accepted = page.getByText('新增 1', { exact: true });
    const refused = page.getByRole('alert').filter({ hasText: '没有导入任何内容' });
    await accepted.or(refused).first().waitFor();
    if (await refused.count()) return;
    await press(page, '导入 1 行');
    await page.getByRole('gridcell', { name: '远航贸易', exact: true }).waitFor();
});
