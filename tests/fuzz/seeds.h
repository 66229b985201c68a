// What the parts of make_seeds share.
#pragma once

#include "base/bytes.h"

/// As tests/fuzz/corpus/<target>/<name>.
void write_seed(const char* target, const char* name, bb::ByteView bytes);
void write_document_seeds();
