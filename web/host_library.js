// @ts-nocheck Emscripten's dialect: names such as HEAPU8 exist only once it is linked.
// Linked into the program (--js-library): each import turns pointers into values and forwards to
// Module.host, which is the Host of host_types.d.ts. Nothing is decided here.

const hostLibrary = {
    $hostMemory__deps: [],
    $hostMemory: {
        decoder: null,
        text: (at, length) => {
            hostMemory.decoder ??= new TextDecoder('utf-8', { ignoreBOM: true });
            return hostMemory.decoder.decode(HEAPU8.subarray(at, at + length));
        },
        /** A copy: the program frees or reuses its own. */
        bytes: (at, length) => HEAPU8.slice(at, at + length),
        view: (at, length) => HEAPU8.subarray(at, at + length),
        put_floats: (at, numbers) => HEAPF32.set(numbers, at >> 2),
        box: (left, top, width, height) => ({ advance: 0, left, top, width, height }),
        put_box: (at, box) =>
            HEAPF32.set([box.advance, box.left, box.top, box.width, box.height], at >> 2),
        /** Reads the layouts of src/platform/store_messages.h. */
        reader: (at) => {
            const next = () => {
                const value = HEAPU8[at] | (HEAPU8[at + 1] << 8) | (HEAPU8[at + 2] << 16);
                const number = (value | (HEAPU8[at + 3] << 24)) >>> 0;
                at += 4;
                return number;
            };
            const block = (take) => {
                const length = next();
                at += length;
                return take(at - length, length);
            };
            return {
                number: next,
                byte: () => HEAPU8[at++],
                text: () => block(hostMemory.text),
            };
        },
        /** A row of a batch, which stays where it is until the answer: its bytes are copied when somebody
         *  needs them, because the 60 MB of an import at once would keep the page from drawing. */
        put_of: (reader) => {
            const place = reader.byte();
            const key = reader.text();
            const at = reader.number();
            const size = reader.number();
            let bytes = null;
            return { place, key, size, get bytes() { return (bytes ??= hostMemory.bytes(at, size)); } };
        },
    },

    host_line_metrics: (pixels, bold, out) => {
        const line = Module['host'].glyphs.line_metrics(pixels, !!bold);
        hostMemory.put_floats(out, [line.ascent, line.descent, line.leading_step]);
    },
    host_measure_glyph: (code_point, pixels, bold, out) =>
        hostMemory.put_box(
            out,
            Module['host'].glyphs.measure(String.fromCodePoint(code_point), pixels, !!bold),
        ),
    host_draw_glyph: (code_point, pixels, bold, left, top, width, height, shift, out) =>
        Module['host'].glyphs.draw(
            String.fromCodePoint(code_point), pixels, !!bold,
            hostMemory.box(left, top, width, height), shift, hostMemory.view(out, width * height),
        ),
    host_measure_run: (text, length, pixels, bold, out) =>
        hostMemory.put_box(
            out,
            Module['host'].glyphs.measure(hostMemory.text(text, length), pixels, !!bold),
        ),
    host_draw_run: (text, length, pixels, bold, left, top, width, height, out) =>
        Module['host'].glyphs.draw_run(
            hostMemory.text(text, length), pixels, !!bold,
            hostMemory.box(left, top, width, height), hostMemory.view(out, width * height * 4),
        ),
    host_draw_icon: (path, length, pixels, out) => {
        const side = Math.ceil(pixels);
        Module['host'].glyphs.draw_icon(
            hostMemory.text(path, length), pixels, hostMemory.view(out, side * side),
        );
    },

    host_store_read_range: (request, place, source, first, first_length, last, last_length) =>
        Module['host'].store.read_range(
            request, place, hostMemory.text(first, first_length),
            hostMemory.text(last, last_length), source,
        ),
    host_store_begin_anew: (request) => Module['host'].store.begin_anew(request),
    host_store_read_keys: (request, place, packed) => {
        const reader = hostMemory.reader(packed);
        const keys = Array.from({ length: reader.number() }, () => reader.text());
        Module['host'].store.read_keys(request, place, keys);
    },
    host_store_commit: (request, packed) => {
        const reader = hostMemory.reader(packed);
        const puts = Array.from({ length: reader.number() }, () => hostMemory.put_of(reader));
        const removals = Array.from({ length: reader.number() }, () => ({
            place: reader.byte(), first_key: reader.text(), last_key: reader.text(),
        }));
        Module['host'].store.commit(request, puts, removals);
    },

    host_pick_file: (purpose, accept, length) =>
        Module['host'].files.pick(purpose, hostMemory.text(accept, length)),
    host_read_file: (token) => Module['host'].files.read(token),
    host_release_file: (token) => Module['host'].files.release(token),
    host_save_file: (name, name_length, mime, mime_length, bytes, length) =>
        Module['host'].files.save(
            hostMemory.text(name, name_length), hostMemory.text(mime, mime_length),
            hostMemory.bytes(bytes, length),
        ),
    host_start_job: (job, operation, token, payload, length) =>
        Module['host'].jobs.start(job, operation, token, hostMemory.bytes(payload, length)),
    host_cancel_job: (job) => Module['host'].jobs.cancel(job),
    host_copy: (text, text_length, html, html_length) =>
        Module['host'].copy(
            hostMemory.text(text, text_length), hostMemory.text(html, html_length),
        ),
    host_decode_picture: (name, name_length, bytes, length, longest) =>
        Module['host'].decode_picture(
            hostMemory.text(name, name_length), hostMemory.bytes(bytes, length), longest,
        ),
    host_open_link: (url, length) => Module['host'].open_link(hostMemory.text(url, length)),
    host_apply_update: () => Module['host'].apply_update(),
    host_open_sample_database: (sample) => Module['host'].open_sample_database(!!sample),
    host_safety: (call, text, text_length, bytes, length) =>
        Module['host'].safety(
            call, hostMemory.text(text, text_length), hostMemory.bytes(bytes, length),
        ),
    host_random: (out, length) => Module['host'].random(hostMemory.view(out, length)),
};

for (const name of Object.keys(hostLibrary)) {
    if (name.startsWith('host_')) hostLibrary[`${name}__deps`] = ['$hostMemory'];
}
addToLibrary(hostLibrary);
