#include "audit/corpus_fixture.h"

#include <fmt/format.h>
#include <stdlib.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "base/buffer.h"
#include "base/civil_time.h"
#include "base/digest.h"
#include "sink/compressed_sink.h"
#include "sink/message_path.h"
#include "sink/store.h"

namespace haymaker::audit {
namespace {

namespace fs = std::filesystem;

constexpr UnixSeconds kStart = 1'741'166'047;  // 2025-03-05T09:14:07Z

template <class T>
T take(std::expected<T, Error> result) {
  if (!result) throw std::runtime_error(to_string(result.error()));
  return std::move(*result);
}

std::string index_row(const FixtureMessage& message, bool objects) {
  Buffer date;
  append_iso_time(message.date, date);
  return fmt::format("{:016x},{}{},{},{},{},{}\n", message.uid, objects ? "mail/" : "",
                     sink::MessagePath(message.uid).view(), message.id, date.view(),
                     message.bytes.size(), to_string(digest(message.bytes)));
}

}  // namespace

FixtureMessage fixture_message(std::uint64_t uid, const std::string& text,
                               const std::string& parent) {
  FixtureMessage message{.uid = uid,
                         .id = fmt::format("<{}@mail.example>", uid),
                         .date = kStart + static_cast<UnixSeconds>(uid % 1000),
                         .bytes = ""};
  Buffer date;
  append_rfc5322_date(message.date, 0, date);
  message.bytes = fmt::format(
      "Date: {}\r\nFrom: Ana Roe <ana@corp.example>\r\nTo: bo@corp.example\r\nMessage-ID: {}\r\n",
      date.view(), message.id);
  if (!parent.empty()) message.bytes += "In-Reply-To: " + parent + "\r\n";
  message.bytes +=
      "Subject: =?utf-8?Q?Caf=C3=A9_plan?=\r\nMIME-Version: 1.0\r\n"
      "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" +
      text;
  return message;
}

CorpusFixture::CorpusFixture() {
  std::string name = (fs::temp_directory_path() / "haymaker-audit-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot create " + name);
  path_ = name;
}

CorpusFixture::~CorpusFixture() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void CorpusFixture::write(const std::vector<FixtureMessage>& messages,
                          sink::Packaging packaging) const {
  const bool objects = packaging.package == sink::Package::objects;
  auto store = take(sink::open_store(out_dir().string(), sink::Durability::cached));
  auto part = take(sink::open_part(*store, packaging, "part-00000", sink::Writing::in_line));
  auto index = sink::zstd_sink(take(store->create("index/part-00000.csv.zst")), 1);
  std::string rows = "uid,path,message_id,date,bytes,digest\n";
  Digest sum;
  std::uint64_t bytes = 0;
  for (const FixtureMessage& message : messages) {
    if (!part->append({message.uid, message.date, message.bytes})) throw std::runtime_error("mail");
    rows += index_row(message, objects);
    sum += digest(message.bytes);
    bytes += message.bytes.size();
  }
  take(part->finish());
  if (!index->append(rows)) throw std::runtime_error("index");
  take(index->finish());
  const std::string totals = fmt::format(R"("messages":{},"bytes":{},"digest":"{}")",
                                         messages.size(), bytes, to_string(sum));
  put("manifest.json", fmt::format(R"({{"totals":{{{}}},"parts":[{{"part":"part-00000",)"
                                   R"("file":"{}",{}}}]}})",
                                   totals, sink::part_file(packaging, "part-00000"), totals));
}

void CorpusFixture::write_truth(const std::string& labels, const std::string& incidents) const {
  put("../truth/labels.jsonl", labels);
  put("../truth/incidents.jsonl", incidents);
  put("../truth/truth.json",
      fmt::format(R"({{"incidents":{},"labels":{}}})", std::ranges::count(incidents, '\n'),
                  std::ranges::count(labels, '\n')));
}

void CorpusFixture::put(const std::string& name, const std::string& bytes) const {
  const fs::path path = (out_dir() / name).lexically_normal();
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string CorpusFixture::get(const std::string& name) const {
  std::ifstream file(out_dir() / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace haymaker::audit
