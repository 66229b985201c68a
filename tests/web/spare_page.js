// Runs in the page of spare.test.mjs: a stand-in for the store that commits made-up batches to
// IndexedDB, lets the spare copy follow, and remembers the digest of every acknowledged state.

window.spare_bench = async (address, name) => {
    const { Spare } = await import(new URL('spare.mjs', address).href);
    const { PLACES, open_database, completed, answer_of } = await import(new URL('store_database.mjs', address).href);
    const { raise_epoch, is_own_key } = await import(new URL('store_lock.mjs', address).href);
    const { crc32 } = await import(new URL('crc32.mjs', address).href);
    const [JOURNAL, SHARD, META, BLOB] = [0, 1, 2, 3];
    const database = await open_database(name);
    await raise_epoch(database);

    const text = (value) => new TextEncoder().encode(String(value));
    const noise = (size) => {
        const bytes = new Uint8Array(size);
        for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
        return bytes;
    };
    /** What IndexedDB holds, kept beside it: reading everything after each batch would take minutes. */
    const model = PLACES.map(() => new Map());
    const apply = (puts, removals) => {
        for (const { place, key, bytes } of puts) model[place].set(key, `${key}:${bytes.length}:${crc32(bytes)}`);
        for (const { place, first_key, last_key } of removals) {
            for (const key of [...model[place].keys()]) {
                if (key >= first_key && key <= last_key) model[place].delete(key);
            }
        }
        return model.map((rows) => [...rows.keys()].sort().map((key) => rows.get(key)).join(' ')).join('\n');
    };
    const unsigned = (digest) => digest.replace(/ ?signature:\S+/, '');
    const digest_of = (rows) => rows.map(({ key, bytes }) => `${key}:${bytes.length}:${crc32(bytes)}`).join(' ');

    const bench = {
        spare: null,
        states: [],
        /** Each batch carries the sum of the state that it makes, so that a state can be judged by itself. */
        signing: false,
        /** Digests of the states that IndexedDB acknowledged, the oldest first. */
        history: [],
        sequence: 0,
        generation: 0,
        journal: [],

        async open() {
            bench.states = [];
            bench.spare = new Spare(name, (state) => bench.states.push(state));
            return bench.spare.opened;
        },

        async stored() {
            const parts = [];
            for (const place of PLACES) {
                const store = database.transaction(place).objectStore(place);
                const keys = answer_of(store.getAllKeys());
                const values = await answer_of(store.getAll());
                parts.push(digest_of((await keys).flatMap((key, i) =>
                    (is_own_key(key) ? [] : { key, bytes: new Uint8Array(values[i]) }))));
            }
            return parts.join('\n');
        },

        async copied() {
            const parts = [];
            for (const [place] of PLACES.entries()) parts.push(digest_of(await bench.spare.read_rows(place, '', '\uffff')));
            return parts.join('\n');
        },

        async commit(puts, removals = []) {
            if (bench.signing) puts.push({ place: META, key: 'signature', bytes: text(crc32(text(unsigned(apply(puts, removals))))) });
            const transaction = database.transaction(PLACES, 'readwrite', { durability: 'strict' });
            for (const { place, key, bytes } of puts) transaction.objectStore(PLACES[place]).put(bytes.buffer, key);
            for (const { place, first_key, last_key } of removals) {
                transaction.objectStore(PLACES[place]).delete(IDBKeyRange.bound(first_key, last_key));
            }
            await completed(transaction);
            bench.history.push(apply(puts, removals));
            bench.spare?.follow({ puts, removals });
        },

        /** An edit: rows of the journal, and where it ends; now and then a picture comes or goes. */
        edit() {
            const key = String(++bench.sequence).padStart(16, '0');
            const puts = [{ place: META, key: 'last', bytes: text(key) }];
            for (let part = 0; part <= Math.floor(Math.random() * 3); ++part) {
                puts.push({ place: JOURNAL, key: `${key}.${part}`, bytes: noise(Math.floor(Math.random() * 3000)) });
            }
            const removals = [];
            if (Math.random() < 0.2) puts.push({ place: BLOB, key: `图${bench.sequence}`, bytes: noise(40_000) });
            if (bench.sequence > 3 && Math.random() < 0.1) removals.push({ place: BLOB, first_key: '图1', last_key: `图${bench.sequence >> 1}` });
            return bench.commit(puts, removals);
        },

        /** New shards; the journal up to here and the shards before go. */
        compaction() {
            const generation = String(++bench.generation).padStart(8, '0');
            const puts = [0, 1, 2].map((n) => ({ place: SHARD, key: `${generation}/customers/${n}`, bytes: noise(100_000 + n) }));
            puts.push({ place: META, key: 'active', bytes: text(generation) }, { place: META, key: 'last', bytes: text(`c${generation}`) });
            const kept = String(Math.max(0, bench.sequence - 3)).padStart(16, '0');
            return bench.commit(puts, [
                { place: JOURNAL, first_key: '', last_key: kept },
                { place: SHARD, first_key: '', last_key: `${String(bench.generation - 2).padStart(8, '0')}/~` },
            ]);
        },

        step: () => (Math.random() < 0.1 ? bench.compaction() : bench.edit()),

        /** Which acknowledged state the copy holds; -1 for none of them. */
        async position() {
            return bench.history.lastIndexOf(await bench.copied());
        },

        /** The copy is the outcome of a batch, and of no part of one. */
        async is_signed() {
            const signature = await bench.spare.last_meta('signature');
            return new TextDecoder().decode(signature ?? undefined) === String(crc32(text(unsigned(await bench.copied()))));
        },

        async folder() {
            const root = await navigator.storage.getDirectory();
            return (await root.getDirectoryHandle('buyerbook')).getDirectoryHandle(encodeURIComponent(name));
        },

        async files() {
            const names = [];
            for await (const file of (await bench.folder()).keys()) names.push(file);
            return names.sort();
        },

        /** Changes a file of the copy while nobody holds it. */
        async spoil(file, change) {
            const handle = await (await bench.folder()).getFileHandle(file);
            const bytes = change(new Uint8Array(await (await handle.getFile()).arrayBuffer()));
            for (let tries = 0; ; ++tries) {
                try {
                    const stream = await handle.createWritable();
                    await stream.write(bytes);
                    return await stream.close();
                } catch (reason) {
                    if (tries > 40) throw reason;
                    await new Promise((resolve) => setTimeout(resolve, 50));
                }
            }
        },

        async log_size() {
            return (await (await (await bench.folder()).getFileHandle(await bench.log())).getFile()).size;
        },

        async log() {
            return (await bench.files()).filter((file) => file.startsWith('log-')).at(-1);
        },
    };
    return bench;
};
