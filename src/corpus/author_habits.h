#pragma once

#include <cstdint>
#include <string_view>

#include "base/mail_client.h"
#include "mime/charset.h"
#include "mime/quote_words.h"
#include "people/person.h"
#include "threads/block_plan.h"

namespace haymaker::corpus {

// What of the form of a message is its author's: the same in all that the author writes, and drawn
// from the author's taste, so that nothing is stored.

// The program that writes it: the author's, but for what the author's server answers by itself.
MailClient client_of(const people::Person& author, threads::MessageKind kind) noexcept;
bool is_exchange(MailClient client) noexcept;

mime::Charset charset_of(const people::Person& author) noexcept;
mime::Language language_of(const people::Person& author) noexcept;
// "RE: ", in the language of the program; nothing before a first message's subject.
std::string_view subject_prefix(threads::MessageKind kind, MailClient client,
                                std::string_view language) noexcept;

// Whether the header says who wrote the message in the author's name.
bool shows_sender(const people::Person& author, const threads::PlannedMessage& message) noexcept;

// How an answer names what it answers. A few people's mail passes a gateway that leaves References
// out, and a few of these have only the Thread-Index of Exchange.
enum class Links : std::uint8_t { all, parent, index };
Links links_of(const people::Person& author) noexcept;

// What an author lets stand of the messages below an answer.
enum class Quoting : std::uint8_t { nothing, parent, all };
Quoting quoting_of(const people::Person& author, threads::MessageKind kind) noexcept;

// Whether the answers of an author stand between the lines of the quote, if they can; `uid` is the
// message's.
bool answers_between_lines(const people::Person& author, threads::MessageKind kind,
                           std::uint64_t uid) noexcept;

// Whether the author's signatures have the logo of the company, where they are HTML.
bool shows_logo(const people::Person& author) noexcept;

// Whether the telephone signs, as it does for those who do not.
bool shows_device(const people::Person& author, threads::MessageKind kind) noexcept;

}  // namespace haymaker::corpus
