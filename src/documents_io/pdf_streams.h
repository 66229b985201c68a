// Memory as the PDF library wants to read and write it.
#pragma once

#include "base/bytes.h"

#include <IByteReaderWithPosition.h>
#include <IByteWriterWithPosition.h>
#include <algorithm>

namespace bb {

class PdfOutput final : public IByteWriterWithPosition {
public:
    IOBasicTypes::LongBufferSizeType Write(const IOBasicTypes::Byte* from,
                                           IOBasicTypes::LongBufferSizeType size) override {
        bytes.insert(bytes.end(), from, from + size);
        return size;
    }
    IOBasicTypes::LongFilePositionType GetCurrentPosition() override {
        return static_cast<IOBasicTypes::LongFilePositionType>(bytes.size());
    }

    Bytes bytes;
};

class PdfInput final : public IByteReaderWithPosition {
public:
    explicit PdfInput(ByteView bytes) : bytes_(bytes) {}

    IOBasicTypes::LongBufferSizeType Read(IOBasicTypes::Byte* to,
                                          IOBasicTypes::LongBufferSizeType size) override {
        const std::size_t count = std::min<std::size_t>(size, bytes_.size() - at_);
        std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(at_), count, to);
        at_ += count;
        return count;
    }
    bool NotEnded() override { return at_ < bytes_.size(); }
    void Skip(IOBasicTypes::LongBufferSizeType size) override {
        at_ = std::min<std::size_t>(bytes_.size(), at_ + size);
    }
    void SetPosition(IOBasicTypes::LongFilePositionType from_start) override {
        at_ = std::min<std::size_t>(bytes_.size(), static_cast<std::size_t>(from_start));
    }
    void SetPositionFromEnd(IOBasicTypes::LongFilePositionType from_end) override {
        at_ = bytes_.size() -
              std::min<std::size_t>(bytes_.size(), static_cast<std::size_t>(from_end));
    }
    IOBasicTypes::LongFilePositionType GetCurrentPosition() override {
        return static_cast<IOBasicTypes::LongFilePositionType>(at_);
    }

private:
    ByteView bytes_;
    std::size_t at_ = 0;
};

} // namespace bb
