// SDL refers to the look-up of GL functions by name, which nothing here calls. Without this stand-in
// the program would carry all 270 GL functions of WebGL: 55 kB of glue for nothing.
extern "C" void* eglGetProcAddress(const char* name);
extern "C" void* eglGetProcAddress(const char* /*name*/) { return nullptr; }
