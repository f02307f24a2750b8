#include "corpus/logo.h"

#include "base/append.h"
#include "base/hash.h"
#include "corpus/author_habits.h"

namespace haymaker::corpus {

namespace {

// "image001.png@01DB6A2C.5B0E31F0", as Outlook counts them, and "ii_18f3a2c9d41" of Gmail.
void append_content_id(const mime::Envelope& envelope, std::string_view file_name, Buffer& out) {
  const std::uint64_t random = mix64(envelope.entropy[0] ^ stable_hash("logo"));
  if (!is_exchange(envelope.client)) {
    out.append("ii_");
    append_hex(random, 11, out);
    return;
  }
  out.append(file_name);
  out.append("@01DB");
  append_decimal(1'000 + random % 9'000, out);
  out.append('.');
  append_decimal(10'000'000 + (random >> 20) % 90'000'000, out);
}

}  // namespace

Logo::Logo(const Corpus& corpus) : corpus_(corpus) { append(people::OrganisationId{0}, own_); }

void Logo::append(people::OrganisationId organisation, Buffer& out) {
  writer_.append_logo(corpus_.company().organisations()[value(organisation)].short_name,
                      corpus_.key() / "logo" / value(organisation), out);
}

const mime::Part& Logo::draw(const people::Person& author, const mime::Envelope& envelope) {
  const bool own = author.organisation == people::OrganisationId{0};
  if (!own) {
    other_.clear();
    append(author.organisation, other_);
  }
  alt_ = corpus_.company().organisations()[value(author.organisation)].short_name;
  part_ = {};
  part_.kind = mime::PartKind::inline_file;
  part_.content = (own ? own_ : other_).view();
  part_.media_type = "image/png";
  part_.file_name = is_exchange(envelope.client) ? "image001.png" : "logo.png";
  content_id_.clear();
  append_content_id(envelope, part_.file_name, content_id_);
  part_.content_id = content_id_.view();
  return part_;
}

}  // namespace haymaker::corpus
