// media_samples DIRECTORY COUNT: writes COUNT files of each kind, and what a reader must find in
// them to expected.jsonl.

#include <boost/json.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "media/file.h"
#include "media_peers/sample_document.h"

namespace haymaker::media_peers {
namespace {

namespace json = boost::json;

json::array texts(std::span<const std::string_view> list) {
  json::array array;
  for (const std::string_view text : list) array.emplace_back(text);
  return array;
}

json::array cells_of(const media::Table& table) {
  json::array array;
  for (const media::Cell& cell : table.cells) {
    array.push_back(json::object{{"text", cell.text}, {"number", cell.number}});
  }
  return array;
}

json::object event_of(const media::Event& event) {
  json::array attendees;
  for (const media::Contact& contact : event.attendees) {
    attendees.push_back(json::object{{"name", contact.name}, {"address", contact.address}});
  }
  return {{"uid", event.uid},
          {"method", event.method},
          {"start", event.start},
          {"end", event.end},
          {"offset_minutes", event.offset_minutes},
          {"sequence", event.sequence},
          {"location", event.location},
          {"organiser", event.organiser.address},
          {"attendees", attendees}};
}

json::array places_of(std::span<const media::Place> places, const media::Document& document) {
  json::array array;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const media::Place& place = places[i];
    Buffer locator;
    media::append_locator(place, locator);
    const media::Planted& planted = document.planted[i];
    array.push_back(json::object{{"unit", static_cast<int>(place.unit)},
                                 {"locator", locator.view()},
                                 {"field", static_cast<int>(planted.field)},
                                 {"index", planted.index},
                                 {"number", place.number},
                                 {"row", place.row},
                                 {"column", place.column},
                                 {"name", place.name},
                                 {"text", place.text},
                                 {"code_points", {place.code_points.begin, place.code_points.end}},
                                 {"bytes", {place.bytes.begin, place.bytes.end}}});
  }
  return array;
}

json::object expectation(std::string_view file, media::FileKind kind,
                         const media::Document& document, std::span<const media::Place> places) {
  json::array files;
  for (const media::InnerFile& inner : document.files) {
    files.push_back(json::object{{"name", inner.name}, {"text", inner.bytes}});
  }
  return {{"file", file},
          {"kind", media::extension(kind)},
          {"title", document.title},
          {"author", document.author},
          {"company", document.company},
          {"created", document.created},
          {"modified", document.modified},
          {"paragraphs", texts(document.paragraphs)},
          {"sheet", document.table.name},
          {"header", texts(document.table.header)},
          {"cells", cells_of(document.table)},
          {"event", event_of(document.event)},
          {"picture", static_cast<int>(document.picture)},
          {"hidden_notes", document.hidden_notes},
          {"scanned", document.scanned},
          {"target_bytes", document.target_bytes},
          {"files", files},
          {"places", places_of(places, document)}};
}

int run(const std::filesystem::path& directory, std::uint64_t count) {
  std::filesystem::create_directories(directory);
  std::ofstream expected(directory / "expected.jsonl", std::ios::binary);
  media::FileWriter writer;
  Buffer out;
  for (std::uint64_t number = 0; number < count; ++number) {
    for (int i = 0; i < media::kFileKinds; ++i) {
      const auto kind = static_cast<media::FileKind>(i);
      if (kind == media::FileKind::eml) continue;
      const SampleDocument sample(number, kind);
      out.clear();
      const auto places =
          writer.append_file(kind, sample.document, rng::Key::root(number) / "file", out);
      std::string name = std::to_string(1'000 + number) + ".";
      name += media::extension(kind);
      std::ofstream(directory / name, std::ios::binary)
          .write(out.data(), static_cast<std::streamsize>(out.size()));
      expected << json::serialize(expectation(name, kind, sample.document, places)) << '\n';
    }
  }
  return expected.flush() ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace haymaker::media_peers

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: media_samples DIRECTORY COUNT\n", stderr);
    return 2;
  }
  return haymaker::media_peers::run(argv[1], std::strtoull(argv[2], nullptr, 10));
}
