// The program as Emscripten makes it (src/platform/CMakeLists.txt).
import type { Host, ProgramModule } from './host_types.js';

export interface ProgramSettings {
    host: Host;
    canvas: HTMLCanvasElement;
    instantiateWasm(
        imports: WebAssembly.Imports,
        done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object;
    print(line: string): void;
    printErr(line: string): void;
    onAbort(reason: unknown): void;
    /** Called with what main() returned. */
    quit?(status: number): void;
}

export default function create(
    settings: Partial<ProgramSettings> & { host: Host },
): Promise<ProgramModule>;
