// Types of the seam between the page and the program: what the program exports, and the Host that
// its imports go to. Names and meanings are those of src/platform/exports.cpp and imports.h.

/** Pointer into the program's memory. */
export type Pointer = number;

export interface ProgramModule {
    HEAPU8: Uint8Array;
    HEAP32: Int32Array;
    HEAPU32: Uint32Array;
    HEAPF64: Float64Array;
    _malloc(bytes: number): Pointer;
    _free(at: Pointer): void;

    _bb_ready(): number;
    _bb_environment(): Pointer;
    _bb_start(sentinel: Pointer, length: number): void;
    _bb_frame(): Pointer;
    _bb_take_in(): number;
    _bb_catch_up(): void;
    _bb_work(): number;
    _bb_job_piece(job: number, whole: number, bytes: Pointer, length: number): void;
    _bb_at_stake(): number;
    _bb_unsaved(): number;
    _bb_page_hidden(): void;
    _bb_context_restored(): void;

    _bb_pointer_moved(x: number, y: number, kind: number): void;
    _bb_pointer_button(
        x: number, y: number, button: number, down: number, kind: number, mods: number,
    ): void;
    _bb_pointer_left(): void;
    _bb_wheeled(x: number, y: number, dx: number, dy: number, mods: number): void;
    _bb_key_pressed(
        key: Pointer, length: number, mods: number, target: number, repeat: number,
    ): void;
    _bb_focus_moved(id: number): void;
    _bb_activated(id: number): void;
    _bb_field_changed(id: number, text: Pointer, length: number, composing: number): void;
    _bb_field_committed(id: number, text: Pointer, length: number, by_enter: number): void;
    _bb_field_cancelled(id: number): void;

    _bb_rows_read(request: number, rows: Pointer, length: number): void;
    _bb_committed(request: number): void;
    _bb_store_failed(request: number, fault: number): void;

    _bb_file_arrived(
        purpose: number, token: number, name: Pointer, length: number, size: number,
    ): void;
    _bb_file_bytes(token: number, bytes: Pointer, length: number): void;
    _bb_job_progress(job: number, permille: number): void;
    _bb_job_done(job: number, ok: number, bytes: Pointer, length: number): void;
    _bb_picture_decoded(
        name: Pointer, name_length: number, width: number, height: number, rgba: Pointer,
        length: number,
    ): void;
    _bb_clipboard_refused(): void;
    _bb_update_waiting(): void;
    _bb_writer_elsewhere(elsewhere: number): void;
    _bb_safety_news(
        what: number, text: Pointer, text_length: number, bytes: Pointer, length: number,
    ): void;
    _bb_drop_purpose(name: Pointer, length: number): number;
}

/** What the program asks of the outside. The page has one, tests have fakes. */
export interface Host {
    glyphs: GlyphHost;
    store: StoreHost;
    files: FileHost;
    jobs: JobHost;
    copy(text: string, html: string): void;
    decode_picture(name: string, bytes: Uint8Array<ArrayBuffer>, longest: number): void;
    open_link(url: string): void;
    apply_update(): void;
    open_sample_database(sample: boolean): void;
    random(out: Uint8Array): void;
    /** Kinds of bb::SafetyCall. */
    safety(call: number, text: string, bytes: Uint8Array<ArrayBuffer>): void;
}

export interface GlyphBox {
    advance: number;
    left: number;
    top: number;
    width: number;
    height: number;
}

export interface LineMetrics {
    ascent: number;
    descent: number;
    leading_step: number;
}

export interface GlyphHost {
    /** Measures ahead what the next screens need. */
    get_ready(): Promise<void>;
    line_metrics(pixels: number, bold: boolean): LineMetrics;
    measure(text: string, pixels: number, bold: boolean): GlyphBox;
    /** Coverage, one byte a pixel; `shift` is the part of a pixel the pen stands to the right. */
    draw(
        text: string, pixels: number, bold: boolean, box: GlyphBox, shift: number, out: Uint8Array,
    ): void;
    /** RGBA; white where the text has no colours of its own. */
    draw_run(text: string, pixels: number, bold: boolean, box: GlyphBox, out: Uint8Array): void;
    draw_icon(path: string, pixels: number, out: Uint8Array): void;
}

export interface Put {
    place: number;
    key: string;
    /** Known without a copy of the bytes, where they are the program's. */
    size?: number;
    readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Removal {
    place: number;
    first_key: string;
    last_key: string;
}

export interface Row {
    key: string;
    bytes: Uint8Array;
}

export interface StoreHost {
    /** Kinds of bb::Source. */
    read_range(
        request: number, place: number, first_key: string, last_key: string, source?: number,
    ): void;
    begin_anew(request: number): void;
    read_keys(request: number, place: number, keys: string[]): void;
    commit(request: number, puts: Put[], removals: Removal[]): void;
}

export interface StoreAnswers {
    rows_read(request: number, rows: Row[]): void;
    committed(request: number): void;
    failed(request: number, fault: number): void;
}

export interface FileHost {
    pick(purpose: number, accept: string): void;
    read(token: number): void;
    release(token: number): void;
    save(name: string, mime: string, bytes: Uint8Array<ArrayBuffer>): void;
}

export interface JobHost {
    start(job: number, operation: number, token: number, payload: Uint8Array<ArrayBuffer>): void;
    cancel(job: number): void;
}
