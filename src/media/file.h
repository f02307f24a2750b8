#pragma once

// The door of the room: attached files that the programs of the trade open.

#include <span>

#include "base/buffer.h"
#include "media/document.h"
#include "media/file_kind.h"
#include "media/place.h"
#include "media/workbench.h"
#include "rng/key.h"

namespace haymaker::media {

// Makes files one after the other, and allocates nothing once its memory has grown. A file is a
// function of its document and its key.
class FileWriter {
 public:
  // Appends the file, and says where each of document.planted is in it, in that order. The places
  // are valid until the next file, and as long as the document. A message (eml) is not written
  // here.
  std::span<const Place> append_file(FileKind kind, const Document& document, rng::Key key,
                                     Buffer& out);

  // The body part text/calendar of an invitation (RFC 6047): the bytes of an ics file with LF line
  // ends, as texts have them before they are put into a message.
  std::span<const Place> append_invitation(const Document& document, Buffer& out);

  // The logo of a company for signatures, a PNG of 1 to 4 kB.
  void append_logo(std::string_view company, rng::Key key, Buffer& out);

 private:
  Workbench bench_;
};

}  // namespace haymaker::media
