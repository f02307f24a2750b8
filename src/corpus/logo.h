#pragma once

#include <cstdint>
#include <string_view>

#include "base/buffer.h"
#include "corpus/corpus.h"
#include "media/file.h"
#include "mime/envelope.h"
#include "mime/part.h"
#include "people/person.h"

namespace haymaker::corpus {

// The picture of an organisation's mark that its people have in their signatures: the same bytes in
// all their mail.
class Logo {
 public:
  explicit Logo(const Corpus& corpus);

  // The logo of the author's organisation as a part of the message that has this entropy. Valid
  // until the next call.
  const mime::Part& draw(const people::Person& author, const mime::Envelope& envelope);
  // What is read where it is not shown.
  [[nodiscard]] std::string_view alt() const noexcept { return alt_; }

 private:
  void append(people::OrganisationId organisation, Buffer& out);

  const Corpus& corpus_;
  media::FileWriter writer_;
  Buffer own_;    // Of the company itself, whose people write most of the mail.
  Buffer other_;  // Of whoever else was asked for last.
  Buffer content_id_;
  std::string_view alt_;
  mime::Part part_;
};

}  // namespace haymaker::corpus
