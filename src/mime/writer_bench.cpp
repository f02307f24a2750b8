// What a finished byte costs, scenario by scenario.
//
//   message/client/direction         a plain body of 2 kB in lines, the client's own encoding
//   quoted_printable, base64         the body encoders alone, in bytes of their output
//   crlf, wrap, html                 the layout of a body

#include <benchmark/benchmark.h>

#include <string>

#include "mime/base64.h"
#include "mime/html.h"
#include "mime/lines.h"
#include "mime/message.h"
#include "mime/message_id.h"
#include "mime/quoted_printable.h"
#include "mime/thread_index.h"
#include "mime/wrap.h"

namespace haymaker::mime {
namespace {

const Mailbox kTo[] = {{"Sorensen, Ines", "ines.sorensen@meridianhale.example"},
                       {"Jonathan Okonkwo", "jonathan.okonkwo@meridianhale.example"}};

std::string paragraphs(std::size_t line_words) {
  std::string text;
  for (std::size_t word = 1; text.size() < 2'048; ++word) {
    text += word % 7 == 0 ? "settlement" : word % 5 == 0 ? "of" : "quarter";
    text += word % line_words == 0 ? '\n' : ' ';
  }
  return text;
}

void report(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

void message(benchmark::State& state) {
  const std::string text = paragraphs(9);
  Buffer id;
  Envelope envelope;
  envelope.client = static_cast<MailClient>(state.range(0));
  envelope.direction = static_cast<Direction>(state.range(1));
  envelope.from = {"Anna Smith", "anna.smith@castellan-am.example"};
  envelope.to = kTo;
  envelope.subject = "RE: Settlement of the March roll";
  envelope.date = 1'709'544'600;
  envelope.sender_domain = "castellan-am.example";
  envelope.company_domain = "meridianhale.example";
  const std::string_view references[] = {
      "4F1C7C2E-83B0-4A57-9D11-0B8E5C2A7F10@castellan-am.example"};
  envelope.references = references;
  envelope.in_reply_to = references[0];
  const ThreadRoot root = thread_root(ThreadIndexForm::modern, envelope.date, {});
  envelope.thread_index = root;
  envelope.thread_topic = "Settlement of the March roll";
  const Part body{.content = text};
  Buffer out;
  std::uint64_t count = 0;
  for ([[maybe_unused]] auto _ : state) {
    ++count;
    out.clear();
    id.clear();
    append_message_id(envelope.client, envelope.sender_domain, envelope.date, count, id);
    envelope.message_id = id.view();
    envelope.entropy = {count, count + 1, count + 2, count + 3};
    append_message(envelope, body, out);
    benchmark::DoNotOptimize(out.data());
  }
  report(state, out.size());
  state.counters["size"] = static_cast<double>(out.size());
}
BENCHMARK(message)->ArgNames({"client", "direction"})->ArgsProduct({{0, 1, 2, 3, 4, 5}, {0, 1}});

template <class Append>
void append_loop(benchmark::State& state, Append append) {
  Buffer out;
  for ([[maybe_unused]] auto _ : state) {
    out.clear();
    append(out);
    benchmark::DoNotOptimize(out.data());
  }
  report(state, out.size());
}

void crlf(benchmark::State& state) {
  const std::string text = paragraphs(9);
  append_loop(state, [&](Buffer& out) { append_crlf(text, out); });
}
BENCHMARK(crlf);

void quoted_printable(benchmark::State& state) {
  const std::string text = paragraphs(60);
  append_loop(state, [&](Buffer& out) { append_quoted_printable(text, out); });
}
BENCHMARK(quoted_printable);

void base64(benchmark::State& state) {
  const std::string bytes(100'000, 'x');
  append_loop(state, [&](Buffer& out) { append_base64_body(bytes, out); });
}
BENCHMARK(base64);

void wrap(benchmark::State& state) {
  const std::string text = paragraphs(60);
  append_loop(state, [&](Buffer& out) { wrap_text(TextLayout::hard_wrapped, text, {}, out); });
}
BENCHMARK(wrap);

void html(benchmark::State& state) {
  const std::string text = paragraphs(60);
  append_loop(state, [&](Buffer& out) {
    append_html(MailClient::outlook_desktop, text, "en-GB", {}, out);
  });
}
BENCHMARK(html);

}  // namespace
}  // namespace haymaker::mime
