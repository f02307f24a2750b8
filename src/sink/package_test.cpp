#include "sink/package.h"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "sink/message_path.h"
#include "sink/scratch.h"

namespace haymaker::sink {
namespace {

struct Mail {
  std::uint64_t uid;
  UnixSeconds date;
  std::string bytes;
};

// Sizes about the edges of a tar block, and lines that an mbox has to quote.
std::vector<Mail> some_mail() {
  std::vector<Mail> mail = {
      {0x3FA209C177E01B5DU, 1'741'166'047, "Subject: one\r\n\r\nFrom the start\r\n>From here\r\n"},
      {0x00000000000000FFU, 1'741'166'101, "Subject: two\r\n\r\nFromage\r\n >From\r\n\r\n"},
      {0xFFFFFFFFFFFFFFFFU, 1'741'252'447, "Subject: caf\xC3\xA9\r\n\r\n"},
  };
  for (const std::size_t size : {511U, 512U, 513U, 70'000U, 400'000U}) {
    std::string body = "Subject: size\r\n\r\n";
    while (body.size() + 80 < size) body += std::string(62 + body.size() % 16, 'x') + "\r\n";
    body.append(size - body.size(), 'y');
    mail.push_back({0xABCD'0000'0000'0000U + size, 1'741'300'000 + UnixSeconds(size), body});
  }
  return mail;
}

void write_part(Store& store, Packaging packaging, const std::vector<Mail>& mail,
                Writing writing = Writing::in_line) {
  auto part = open_part(store, packaging, "part-00007", writing);
  ASSERT_TRUE(part.has_value()) << to_string(part.error());
  for (const Mail& m : mail) {
    ASSERT_TRUE((*part)->append({.uid = m.uid, .date = m.date, .bytes = m.bytes}).has_value());
  }
  const auto bytes = (*part)->finish();
  ASSERT_TRUE(bytes.has_value());
  if (packaging.package != Package::objects) {
    EXPECT_EQ(store.size(part_file(packaging, "part-00007")), *bytes);
  }
}

std::string hex_path(std::uint64_t uid) { return std::string(MessagePath(uid).view()); }

struct ArchiveCase {
  Packaging packaging;
  std::string file;
};

class Archive : public testing::TestWithParam<ArchiveCase> {};

// libarchive is the judge: names, times, owners, modes, bytes and order.
TEST_P(Archive, IsReadByLibarchiveAsWritten) {
  const ScratchDirectory scratch;
  const auto store = open_store(scratch.path().string(), Durability::synced);
  ASSERT_TRUE(store.has_value());
  const std::vector<Mail> mail = some_mail();
  write_part(**store, GetParam().packaging, mail);

  archive* const reader = archive_read_new();
  archive_read_support_format_tar(reader);
  archive_read_support_format_zip_seekable(reader);
  archive_read_support_filter_all(reader);
  const std::string file = (scratch.path() / "mail" / GetParam().file).string();
  ASSERT_EQ(archive_read_open_filename(reader, file.c_str(), 65'536), ARCHIVE_OK)
      << archive_error_string(reader);
  archive_entry* entry = nullptr;
  for (const Mail& m : mail) {
    ASSERT_EQ(archive_read_next_header(reader, &entry), ARCHIVE_OK);
    EXPECT_EQ(archive_entry_pathname(entry), hex_path(m.uid));
    EXPECT_EQ(archive_entry_mtime(entry), m.date);
    EXPECT_EQ(archive_entry_uid(entry), 0);
    EXPECT_EQ(archive_entry_mode(entry), 0100644U);
    std::string bytes(m.bytes.size() + 1, '\0');
    bytes.resize(static_cast<std::size_t>(archive_read_data(reader, bytes.data(), bytes.size())));
    EXPECT_EQ(bytes, m.bytes);
  }
  EXPECT_EQ(archive_read_next_header(reader, &entry), ARCHIVE_EOF);
  archive_read_free(reader);
}

TEST_P(Archive, HasTheSameBytesInEachZoneAndWayOfWriting) {
  const ScratchDirectory scratch;
  std::vector<std::string> written;
  const auto cases = {std::pair("Asia/Kathmandu", Writing::in_line),
                      std::pair("America/St_Johns", Writing::behind)};
  for (const auto& [zone, writing] : cases) {
    ::setenv("TZ", zone, 1);
    ::tzset();
    const auto store = open_store((scratch.path() / "out").string(), Durability::cached);
    ASSERT_TRUE(store.has_value());
    write_part(**store, GetParam().packaging, some_mail(), writing);
    written.push_back(read_file(scratch.path() / "out" / "mail" / GetParam().file));
  }
  ::unsetenv("TZ");
  EXPECT_FALSE(written[0].empty());
  EXPECT_EQ(written[0], written[1]);
}

TEST_P(Archive, CanBeEmpty) {
  const ScratchDirectory scratch;
  const auto store = open_store(scratch.path().string(), Durability::cached);
  ASSERT_TRUE(store.has_value());
  write_part(**store, GetParam().packaging, {});
  archive* const reader = archive_read_new();
  archive_read_support_format_all(reader);
  archive_read_support_filter_all(reader);
  const std::string file = (scratch.path() / "mail" / GetParam().file).string();
  ASSERT_EQ(archive_read_open_filename(reader, file.c_str(), 65'536), ARCHIVE_OK);
  archive_entry* entry = nullptr;
  EXPECT_EQ(archive_read_next_header(reader, &entry), ARCHIVE_EOF);
  archive_read_free(reader);
}

INSTANTIATE_TEST_SUITE_P(
    Packages, Archive,
    testing::Values(ArchiveCase{{Package::tar, Compression::none, 1}, "part-00007.tar"},
                    ArchiveCase{{Package::tar, Compression::zstd, 1}, "part-00007.tar.zst"},
                    ArchiveCase{{Package::tar, Compression::zstd, 19}, "part-00007.tar.zst"},
                    ArchiveCase{{Package::tar, Compression::gzip, 6}, "part-00007.tar.gz"},
                    ArchiveCase{{Package::zip, Compression::none, 1}, "part-00007.zip"},
                    ArchiveCase{{Package::zip, Compression::gzip, 1}, "part-00007.zip"}));

// What each program says about the same mail in another package.
TEST(Packages, AreAcceptedByTheProgramsOfTheTrade) {
  const ScratchDirectory scratch;
  const auto store = open_store(scratch.path().string(), Durability::cached);
  ASSERT_TRUE(store.has_value());
  write_part(**store, {Package::tar, Compression::zstd, 1}, some_mail());
  write_part(**store, {Package::tar, Compression::gzip, 1}, some_mail());
  write_part(**store, {Package::zip, Compression::gzip, 1}, some_mail());
  write_part(**store, {Package::objects, Compression::none, 1}, some_mail());
  const std::string mail = "cd " + (scratch.path() / "mail").string() + "; ";

  struct Judge {
    std::string program;
    std::string line;
  };
  const std::vector<Judge> judges = {
      {"zstd", "zstd -q --test part-00007.tar.zst"},
      {"zstd", "zstd -q -d part-00007.tar.zst -o a.tar && tar --compare -f a.tar"},
      {"gzip", "gzip --test part-00007.tar.gz && tar --compare -zf part-00007.tar.gz"},
      {"unzip",
       "unzip -tq part-00007.zip && mkdir z && unzip -q part-00007.zip -d z && "
       "for f in [0-9a-f]*/*.eml; do cmp $f z/$f || exit 1; done"},
      {"python3",
       "python3 -c 'import tarfile; t = tarfile.open(\"part-00007.tar.gz\"); "
       "assert all(t.extractfile(m).read() == open(m.name, \"rb\").read() for m in t)'"},
  };
  // The loose files carry the time at which they were written, which GNU tar would hold against
  // them.
  for (const Mail& m : some_mail()) {
    const auto file = scratch.path() / "mail" / hex_path(m.uid);
    ASSERT_EQ(read_file(file), m.bytes);
    const std::string touch = "touch -d @" + std::to_string(m.date) + " " + file.string();
    ASSERT_EQ(run_shell(touch + " && chown 0:0 " + file.string() + " || true").status, 0);
  }
  for (const Judge& judge : judges) {
    if (!has_program(judge.program)) continue;
    const Outcome outcome = run_shell(mail + judge.line);
    EXPECT_EQ(outcome.status, 0) << judge.line << "\n" << outcome.output;
  }
}

TEST(Tar, HasOneHeaderBlockThatAddsUp) {
  const ScratchDirectory scratch;
  const auto store = open_store(scratch.path().string(), Durability::cached);
  ASSERT_TRUE(store.has_value());
  write_part(**store, {Package::tar, Compression::none, 1}, {{0x3FU << 24, 8, "abc\r\n"}});
  const std::string tar = read_file(scratch.path() / "mail" / "part-00007.tar");
  ASSERT_EQ(tar.size(), 512U + 512U + 1024U);
  EXPECT_STREQ(tar.c_str(), "00/000000003f000000.eml");
  EXPECT_EQ(tar.substr(124, 12), std::string("00000000005\0", 12));
  EXPECT_EQ(tar.substr(136, 12), std::string("00000000010\0", 12));
  EXPECT_EQ(tar.substr(257, 8), std::string("ustar\00000", 8));
  unsigned sum = 0;
  for (std::size_t i = 0; i < 512; ++i) {
    sum += i >= 148 && i < 156 ? ' ' : static_cast<unsigned char>(tar[i]);
  }
  EXPECT_EQ(std::stoul(tar.substr(148, 6), nullptr, 8), sum);
  EXPECT_EQ(tar.substr(154, 2), std::string("\0 ", 2));
}

TEST(Tar, HoldsDatesWithinWhatTheHeaderCanSay) {
  const ScratchDirectory scratch;
  const auto store = open_store(scratch.path().string(), Durability::cached);
  ASSERT_TRUE(store.has_value());
  write_part(**store, {Package::tar, Compression::none, 1},
             {{1, -5, "a"}, {2, UnixSeconds{1} << 40, "b"}});
  const std::string tar = read_file(scratch.path() / "mail" / "part-00007.tar");
  EXPECT_EQ(tar.substr(136, 11), "00000000000");
  EXPECT_EQ(tar.substr(1024 + 136, 11), "77777777777");
}

TEST(Zip, HoldsMoreEntriesThanSixteenBitsCanCount) {
  if (!has_program("python3")) GTEST_SKIP() << "needs python3 as the judge";
  const ScratchDirectory scratch;
  const auto store = open_store(scratch.path().string(), Durability::cached);
  ASSERT_TRUE(store.has_value());
  std::vector<Mail> mail;
  mail.reserve(66'000);
  for (std::uint64_t i = 0; i < 66'000; ++i) mail.push_back({i << 40, 1'000'000'000, "a\r\n"});
  write_part(**store, {Package::zip, Compression::none, 1}, mail);
  const Outcome outcome =
      run_shell("cd " + (scratch.path() / "mail").string() +
                "; python3 -c 'import zipfile; z = zipfile.ZipFile(\"part-00007.zip\"); "
                "print(len(z.namelist()), z.testzip(), z.infolist()[-1].date_time)'");
  EXPECT_EQ(outcome.output, "66000 None (2001, 9, 9, 1, 46, 40)\n");
}

TEST(Mbox, QuotesFromLinesAndEndsLinesWithLf) {
  const ScratchDirectory scratch;
  const auto store = open_store(scratch.path().string(), Durability::cached);
  ASSERT_TRUE(store.has_value());
  write_part(
      **store, {Package::mbox, Compression::none, 1},
      {{0x3FA209C177E01B5DU, 1'741'166'047, "A: b\r\n\r\nFrom x\r\n>>From y\r\n>Fromz\r\n"}});
  EXPECT_EQ(read_file(scratch.path() / "mail" / "part-00007.mbox"),
            "From 3fa209c177e01b5d@mail.example Wed Mar  5 09:14:07 2025\n"
            "A: b\n\n>From x\n>>>From y\n>Fromz\n\n");
}

TEST(Mbox, IsSplitByPythonIntoTheMessagesThatWentIn) {
  if (!has_program("python3")) GTEST_SKIP() << "needs python3 as the judge";
  const ScratchDirectory scratch;
  const auto store = open_store(scratch.path().string(), Durability::cached);
  ASSERT_TRUE(store.has_value());
  write_part(**store, {Package::mbox, Compression::none, 1}, some_mail());
  write_part(**store, {Package::objects, Compression::none, 1}, some_mail());
  std::ofstream(scratch.path() / "judge.py") << R"(
import mailbox, re
count = 0
for key, message in mailbox.mbox('part-00007.mbox').items():
    uid = message.get_from()[:16]
    text = mailbox.mbox('part-00007.mbox').get_bytes(key)
    text = re.sub(rb'(?m)^>(>*From )', rb'\1', text).replace(b'\n', b'\r\n')
    original = open(uid[:2] + '/' + uid + '.eml', 'rb').read()
    if not original.endswith(b'\r\n'):
        original += b'\r\n'
    assert text == original, uid
    count += 1
print(count)
)";
  const Outcome outcome =
      run_shell("cd " + (scratch.path() / "mail").string() + "; python3 ../judge.py");
  EXPECT_EQ(outcome.output, "8\n");
}

TEST(Packaging, RefusesWhatDoesNotGoTogether) {
  EXPECT_TRUE(check({Package::tar, Compression::zstd, 19}).has_value());
  EXPECT_TRUE(check({Package::objects, Compression::none, 99}).has_value());
  EXPECT_EQ(check({Package::objects, Compression::zstd, 1}).error().where, "compress");
  EXPECT_EQ(check({Package::zip, Compression::zstd, 1}).error().where, "compress");
  EXPECT_EQ(check({Package::tar, Compression::zstd, 20}).error().where, "level");
  EXPECT_EQ(check({Package::tar, Compression::gzip, 0}).error().message,
            "a level of gzip is from 1 to 12");
  EXPECT_EQ(parse_package("mbox"), Package::mbox);
  EXPECT_EQ(parse_package("rar").error().message, "rar is not one of objects, tar, zip, mbox");
  EXPECT_EQ(parse_compression("gzip"), Compression::gzip);
}

}  // namespace
}  // namespace haymaker::sink
