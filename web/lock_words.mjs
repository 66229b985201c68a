// What the page of the passcode says when it deletes: before, when all is gone, and when a second copy is not.

/**
 * @typedef {object} Deletion
 * @property {[string, string]} done Chinese, English
 * @property {[string, ...string[]]} left title and lines when a second copy could not be deleted
 */

const TRY_AGAIN = [
    '请关掉客户簿的其他标签页，再删一次；也可以以后在“口令与加密”里删。',
    'Close other tabs of Buyerbook and delete it again, now or later under “Passcode and encryption”.',
];

/** @type {Deletion} */
export const ENCRYPTED = {
    done: ['客户簿已加密。', 'The customer file is encrypted.'],
    left: [
        '未加密的第二份副本没有删掉 · The unencrypted second copy could not be deleted',
        '还没有完成：客户簿本身已经加密保存，但这份副本还在磁盘上，没有加密，能用这台电脑的人就能看到里面的客户。',
        'This is not finished: the file itself is kept encrypted now, but this copy is still on the disk without encryption, and whoever can use this computer can read the customers in it.',
        ...TRY_AGAIN,
    ],
};

/** @type {Deletion} */
export const DECRYPTED = {
    done: ['客户簿不再加密。', 'The customer file is no longer encrypted.'],
    left: [
        '加密的第二份副本没有删掉 · The encrypted second copy could not be deleted',
        '客户簿不再加密；它以前的副本还在磁盘上，只有以前的口令能打开。',
        'The customer file is no longer encrypted; its copy from before is still on the disk, and opens with the passcode from before only.',
        '请关掉客户簿的其他标签页，再删一次。',
        'Close other tabs of Buyerbook and delete it again.',
    ],
};

/** @type {[string, ...string[]]} */
const COPIES_LEFT = [
    '旧的第二份副本没有删掉 · An old second copy could not be deleted',
    '它还在磁盘上，可能没有加密：能用这台电脑的人也许能看到里面的客户。',
    'It is still on the disk and may not be encrypted: whoever can use this computer may be able to read the customers in it.',
    ...TRY_AGAIN,
];

/** @type {Deletion} */
export const DATABASES_GONE = { done: ['旧数据库已删除。', 'The old databases are deleted.'], left: COPIES_LEFT };

/** @type {Deletion} */
export const COPIES_GONE = { done: ['旧的第二份副本已删除。', 'The old second copies are deleted.'], left: COPIES_LEFT };

export const SURE_TO_ENCRYPT = {
    title: '加密并删除未加密的副本 · Encrypt, and delete the unencrypted copies',
    lines: [
        '逐条写入加密的新副本、读回核对，之后才删除未加密的客户簿和第二份副本。不会改变任何内容。',
        '浏览器删除的内容可能还会在磁盘上留一段时间；文件夹里以前的自动备份没有加密，请自行处理。',
        'Every row is written encrypted, read back and compared; only then the unencrypted file and its second copy are deleted. Nothing of its content changes.',
        'What a browser has deleted may stay on the disk for a while; automatic copies made before are not encrypted, please see to them yourself.',
    ],
    done: '加密 · Encrypt',
};

export const SURE_TO_DECRYPT = {
    title: '停止加密 · Stop encrypting',
    lines: [
        '客户簿将不加密地保存在本机：能用这台电脑的人就能看到它。核对之后删除加密的副本。',
        'The customer file is kept on this device without encryption: whoever can use this computer can read it. The encrypted copy is deleted after the comparison.',
    ],
    done: '停止加密 · Stop encrypting',
};

/** @param {number} count */
export const sure_to_delete_databases = (count) => ({
    title: '删除旧数据库 · Delete old databases',
    lines: [
        `本机上还有 ${count} 个不在使用的旧数据库，恢复时留下的，可能没有加密。删除后不能找回；现在的客户簿不受影响。`,
        `This device has ${count} old databases that are not in use, left by recoveries; they may not be encrypted. They cannot be brought back; the present customer file is not affected.`,
    ],
    done: '删除 · Delete',
});

/** On the page itself as well. */
export const COPIES_THERE = [
    '旧的第二份副本还没有删掉，可能没有加密：能用这台电脑的人也许能看到里面的客户。',
    'An old second copy has not been deleted and may not be encrypted: whoever can use this computer may be able to read the customers in it.',
];

export const SURE_TO_DELETE_COPIES = {
    title: '删除旧的第二份副本 · Delete the old second copy',
    lines: [
        ...COPIES_THERE,
        '删除后不能找回；现在的客户簿和它的副本不受影响。',
        'It cannot be brought back; the present customer file and its own copy are not affected.',
    ],
    done: '删除 · Delete',
};
