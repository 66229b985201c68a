// The documents program as Emscripten makes it (src/worker/CMakeLists.txt).

/** Pointer into the program's memory. */
type Pointer = number;

export interface DocumentsModule {
    HEAPU8: Uint8Array<ArrayBuffer>;
    _malloc(bytes: number): Pointer;
    _free(at: Pointer): void;

    _documents_rehearse_reading(): number;

    _documents_file_room(size: number): Pointer;
    // Each says whether it went well; the result is then its bytes, else a packed error.
    _documents_read_sheet(request: Pointer, size: number): number;
    _documents_write_xlsx(sheets: Pointer, size: number): number;
    _documents_write_tables(tables: Pointer, size: number): number;
    _documents_write_pdf(sheets: Pointer, size: number): number;
    _documents_pdf_missing(): number;
    _documents_put_font(slot: number, bytes: Pointer, size: number): number;
    _documents_fail(reason: number): number;
    _documents_result(part: number): Pointer;
    _documents_result_size(part: number): number;
    _documents_result_parts(): number;
    _documents_forget(): void;
}

export interface DocumentsSettings {
    progress(fraction: number): void;
}

export default function create(settings: DocumentsSettings): Promise<DocumentsModule>;
