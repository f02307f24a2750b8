#include <gtest/gtest.h>

#include <string>

#include "media/file.h"

namespace haymaker::media {
namespace {

constexpr std::string_view kHeader[] = {"Account", "Amount", "Note"};
constexpr Cell kCells[] = {{"Nostro 1", false}, {"-12.50", true}, {"say \"when\"", false},
                           {"a,b", false},      {"7", true},      {"über\nzwei", false}};
constexpr std::string_view kParagraphs[] = {"Before noon, please; über all.", "Second."};

std::string file_of(FileKind kind, const Document& document) {
  FileWriter writer;
  Buffer out;
  writer.append_file(kind, document, rng::Key::root(1), out);
  return std::string(out.view());
}

TEST(Csv, QuotesFieldsThatHoldCommasQuotesOrLines) {
  const Document document{.table = {.header = kHeader, .cells = kCells}};
  EXPECT_EQ(file_of(FileKind::csv, document),
            "Account,Amount,Note\r\n"
            "Nostro 1,-12.50,\"say \"\"when\"\"\"\r\n"
            "\"a,b\",7,\"über\nzwei\"\r\n");
}

TEST(Csv, TellsTheRecordAndTheFieldOfPlantedWords) {
  constexpr Planted kPlanted[] = {{Field::cell, 5, 6, 10}, {Field::paragraph, 0, 0, 6}};
  const Document document{.table = {.header = kHeader, .cells = kCells}, .planted = kPlanted};
  FileWriter writer;
  Buffer out;
  const auto places = writer.append_file(FileKind::csv, document, rng::Key::root(1), out);
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[0].unit, PlaceUnit::field);
  EXPECT_EQ(places[0].row, 3U);
  EXPECT_EQ(places[0].column, 3U);
  EXPECT_EQ(places[0].text, "zwei");
  EXPECT_EQ(places[0].bytes, (Range{6, 10}));
  EXPECT_EQ(places[0].code_points, (Range{5, 9}));
  EXPECT_EQ(places[1].unit, PlaceUnit::nowhere);
}

TEST(Txt, PartsParagraphsByEmptyLines) {
  const Document document{.title = "Notes", .paragraphs = kParagraphs};
  EXPECT_EQ(file_of(FileKind::txt, document),
            "Notes\r\n\r\nBefore noon, please; über all.\r\n\r\nSecond.\r\n");
}

TEST(Vcf, WritesACardOfVersionThree) {
  const Document document{.modified = 1'709'544'602,
                          .paragraphs = kParagraphs,
                          .person = {.given_name = "Anna",
                                     .family_name = "Smith, MBE",
                                     .organisation = "Castellan & Hale",
                                     .title = "Head of Desk",
                                     .phone = "+44 20 7946 0123",
                                     .address = "anna.smith@meridianhale.example"}};
  EXPECT_EQ(file_of(FileKind::vcf, document),
            "BEGIN:VCARD\r\n"
            "VERSION:3.0\r\n"
            "N:Smith\\, MBE;Anna;;;\r\n"
            "FN:Anna Smith\\, MBE\r\n"
            "ORG:Castellan & Hale\r\n"
            "TITLE:Head of Desk\r\n"
            "TEL;TYPE=WORK,VOICE:+44 20 7946 0123\r\n"
            "EMAIL;TYPE=INTERNET,PREF:anna.smith@meridianhale.example\r\n"
            "NOTE:Before noon\\, please\\; über all.\\nSecond.\r\n"
            "REV:2024-03-04T09:30:02Z\r\n"
            "END:VCARD\r\n");
}

TEST(Ics, InvitesByTheClockOfThePlace) {
  constexpr Contact kAttendees[] = {{"Ines, Sørensen", "ines@meridianhale.example"}};
  constexpr Planted kPlanted[] = {{Field::title, 0, 5, 9}, {Field::paragraph, 1, 0, 7}};
  const Document document{.title = "Plan, next",
                          .modified = 1'709'544'602,
                          .paragraphs = kParagraphs,
                          .event = {.uid = "0400AB",
                                    .method = "REQUEST",
                                    .start = 1'709'630'000 - 1'709'630'000 % 1'800,
                                    .end = 1'709'630'000 - 1'709'630'000 % 1'800 + 3'600,
                                    .offset_minutes = -330,
                                    .sequence = 2,
                                    .location = "Room 4; Oak",
                                    .organiser = {"Anna \"A\" Smith", "anna@meridianhale.example"},
                                    .attendees = kAttendees},
                          .planted = kPlanted};
  FileWriter writer;
  Buffer out;
  const auto places = writer.append_file(FileKind::ics, document, rng::Key::root(1), out);
  EXPECT_EQ(out.view(),
            "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nPRODID:Microsoft Exchange Server 2010\r\n"
            "VERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:UTC-0530\r\nBEGIN:STANDARD\r\n"
            "DTSTART:16010101T000000\r\nTZOFFSETFROM:-0530\r\nTZOFFSETTO:-0530\r\n"
            "END:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\n"
            "ORGANIZER;CN=\"Anna A Smith\":mailto:anna@meridianhale.example\r\n"
            "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=\"Ines, Sø\r\n"
            " rensen\":mailto:ines@meridianhale.example\r\n"
            "DESCRIPTION:Before noon\\, please\\; über all.\\nSecond.\r\n"
            "UID:0400AB\r\nSUMMARY:Plan\\, next\r\n"
            "DTSTART;TZID=UTC-0530:20240305T033000\r\nDTEND;TZID=UTC-0530:20240305T043000\r\n"
            "CLASS:PUBLIC\r\nPRIORITY:5\r\nDTSTAMP:20240304T093002Z\r\nTRANSP:OPAQUE\r\n"
            "STATUS:CONFIRMED\r\nSEQUENCE:2\r\nLOCATION:Room 4\\; Oak\r\n"
            "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE\r\nBEGIN:VALARM\r\nDESCRIPTION:REMINDER\r\n"
            "TRIGGER;RELATED=START:-PT15M\r\nACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT\r\n"
            "END:VCALENDAR\r\n");
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[0].name, "SUMMARY");
  EXPECT_EQ(places[0].code_points, (Range{5, 9}));
  EXPECT_EQ(places[1].name, "DESCRIPTION");
  EXPECT_EQ(places[1].text, "Second.");
  EXPECT_EQ(places[1].code_points, (Range{31, 38}));
  EXPECT_EQ(places[1].bytes, (Range{32, 39}));
}

}  // namespace
}  // namespace haymaker::media
