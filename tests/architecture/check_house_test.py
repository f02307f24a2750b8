"""Each check of the house can fail: a small house is built with one fault at a time."""

import tempfile
import unittest
from pathlib import Path

from check_house import EXCEPTIONS, check, read_exceptions
from cpp_text import code, includes
from edges import cmake_dependencies
from rooms import parse_rooms

TABLE = """
| room | wing | may use | owns |
|---|---|---|---|
| base | pure | - | bytes |
| rng | pure | base | numbers |
| media | pure | base rng | attachments |
| corpus | pure | all above | the door |
| sink | world | base | files |
| net | world | base | sockets |
| app | world | everything | main |
"""


class House:
    """A folder with a sound table and one file a room, to which a test adds its fault."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory()
        self.root = Path(self._folder.name)
        self.write("ARCHITECTURE.md", TABLE)
        self.write(EXCEPTIONS, "")
        self.write("src/base/buffer.h", "#pragma once\n#include <string>\n")
        self.write("src/rng/CMakeLists.txt", "haymaker_room(rng\n  DEPS base\n  SOURCES key.cpp)\n")
        self.write("src/rng/key.cpp", '#include "rng/key.h"\n#include "base/buffer.h"\n')

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def findings(self):
        return [(f.path, f.line, f.word) for f in check(self.root)]

    def close(self):
        self._folder.cleanup()


class HouseCase(unittest.TestCase):
    def setUp(self):
        self.house = House()
        self.addCleanup(self.house.close)

    def assert_found(self, path, line, word):
        self.assertEqual(self.house.findings(), [(path, line, word)])

    def assert_sound(self):
        self.assertEqual(self.house.findings(), [])


class Edges(HouseCase):
    def test_a_sound_house_has_no_findings(self):
        self.assert_sound()

    def test_an_include_against_the_table_is_found(self):
        self.house.write("src/base/wrong.h", '\n#include "rng/key.h"\n')
        self.assert_found("src/base/wrong.h", 2, "rng/key.h")

    def test_may_use_is_not_transitive(self):
        self.house.write("src/sink/tar.cpp", '#include "corpus/corpus.h"\n')
        self.assert_found("src/sink/tar.cpp", 1, "corpus/corpus.h")

    def test_all_above_and_everything_mean_what_they_say(self):
        self.house.write("src/corpus/corpus.cpp", '#include "media/pdf.h"\n#include "rng/key.h"\n')
        self.house.write("src/app/main.cpp", '#include "net/server.h"\n#include "sink/tar.h"\n')
        self.assert_sound()

    def test_an_include_that_is_not_root_relative_is_found(self):
        self.house.write("src/base/wrong.h", '#include "buffer.h"\n')
        self.assert_found("src/base/wrong.h", 1, "buffer.h")

    def test_a_folder_that_the_table_lacks_is_found(self):
        self.house.write("src/extra/thing.h", "#pragma once\n")
        self.assert_found("src/extra/thing.h", 0, "extra")

    def test_an_include_in_a_comment_is_no_include(self):
        self.house.write("src/base/fine.h", '// #include "rng/key.h"\n/*\n#include "rng/key.h"\n*/\n')
        self.assert_sound()

    def test_beast_and_asio_are_found_outside_net(self):
        self.house.write("src/net/server.cpp", "#include <boost/beast/http.hpp>\n")
        self.assert_sound()
        self.house.write("src/app/main.cpp", "#include <boost/asio.hpp>\n")
        self.assert_found("src/app/main.cpp", 1, "boost/asio.hpp")

    def test_a_cmake_dependency_against_the_table_is_found(self):
        self.house.write("src/base/CMakeLists.txt", "haymaker_room(base DEPS rng SOURCES a.cpp)\n")
        self.assert_found("src/base/CMakeLists.txt", 0, "rng")

    def test_an_include_that_cmake_does_not_know_is_found(self):
        self.house.write("src/rng/CMakeLists.txt", "haymaker_room(rng SOURCES key.cpp)\n")
        self.assert_found("src/rng/key.cpp", 2, "base/buffer.h")

    def test_a_target_that_is_not_named_after_its_folder_is_found(self):
        self.house.write("src/sink/CMakeLists.txt", "haymaker_room(sinks DEPS base)\n")
        self.assert_found("src/sink/CMakeLists.txt", 0, "sinks")


class Words(HouseCase):
    def test_each_banned_word_is_found_in_the_pure_wing(self):
        for word in ("steady_clock", "std::thread", "std::mutex", "getenv", "std::time", "setlocale",
                     "std::locale", "rand", "std::shuffle", "float", "double", "std::cout",
                     "std::toupper", "std::uniform_int_distribution", "random_device", "fopen"):
            with self.subTest(word):
                self.house.write("src/rng/key.cpp", f"int ok;\nauto x = {word}(1);\n")
                self.assert_found("src/rng/key.cpp", 2, word)

    def test_each_banned_header_is_found_in_the_pure_wing(self):
        for header in ("random", "thread", "mutex", "chrono", "fstream", "locale", "ctime"):
            with self.subTest(header):
                self.house.write("src/rng/key.cpp", f"#include <{header}>\n")
                self.assert_found("src/rng/key.cpp", 1, f"<{header}>")

    def test_the_world_wing_and_tests_may_use_them(self):
        text = "#include <thread>\nstd::thread worker; double rate;\n"
        self.house.write("src/sink/tar.cpp", text)
        self.house.write("src/rng/key_test.cpp", text)
        self.house.write("src/rng/key_bench.cpp", text)
        self.assert_sound()

    def test_media_may_use_floating_point_and_nothing_else(self):
        self.house.write("src/media/pdf.cpp", "double points;\n")
        self.assert_sound()
        self.house.write("src/media/pdf.cpp", "double points = getenv(0);\n")
        self.assert_found("src/media/pdf.cpp", 1, "getenv")

    def test_comments_literals_and_longer_words_are_left_alone(self):
        self.house.write("src/rng/key.cpp", "// double std::thread\nauto s = \"a double\"; /* rand\n"
                         "getenv */ char c = '\"'; auto t = R\"x(float \" )x\"; int doubled, brand, o_clock;\n")
        self.assert_sound()

    def test_a_walk_over_an_unordered_container_is_found(self):
        declaration = "std::unordered_map<int, std::vector<int>> seen;\n"
        for walk in ("for (auto& [a, b] : seen) {}", "auto i = seen.begin();",
                     "for (auto x : this->seen) {}", "std::ranges::sort(seen);"):
            with self.subTest(walk):
                self.house.write("src/rng/key.cpp", declaration + walk)
                self.assert_found("src/rng/key.cpp", 2, "seen")

    def test_a_walk_over_an_unordered_member_of_the_header_is_found(self):
        self.house.write("src/rng/key.h", "struct K { std::unordered_set<int> names_; };\n")
        self.house.write("src/rng/key.cpp", "for (int n : names_) use(n);\n")
        self.assert_found("src/rng/key.cpp", 1, "names_")

    def test_a_look_up_in_an_unordered_container_is_fine(self):
        self.house.write("src/rng/key.cpp", "std::unordered_map<int, int> seen;\nseen.find(1);\n")
        self.assert_sound()


class Shape(HouseCase):
    def test_a_file_of_401_lines_is_found_and_one_of_400_is_not(self):
        self.house.write("src/sink/tar.cpp", "\n" * 400)
        self.assert_sound()
        self.house.write("src/sink/tar.cpp", "\n" * 401)
        self.assert_found("src/sink/tar.cpp", 0, "lines")

    def test_empty_names_are_found_in_files_folders_and_types(self):
        for path, word in (("src/sink/utils.h", "utils"), ("src/sink/tar_helpers.cpp", "helpers"),
                           ("tests/common/a.py", "common"), ("tools/manager.py", "manager")):
            with self.subTest(path):
                self.house.write(path, "")
                self.assert_found(path, 0, word)
                (self.house.root / path).unlink()
        self.house.write("src/sink/tar.h", "class TarManager {};\n")
        self.assert_found("src/sink/tar.h", 1, "TarManager")

    def test_a_word_that_only_contains_an_empty_name_is_fine(self):
        self.house.write("src/sink/commonest.h", "class Manageress {};\n")
        self.assert_sound()


class Exceptions(HouseCase):
    def test_an_exception_excuses_one_word_in_one_file(self):
        self.house.write("src/rng/key.cpp", "double a;\nfloat b;\n")
        self.house.write(EXCEPTIONS, "# Why\nsrc/rng/key.cpp: double: printed only\n")
        self.assert_found("src/rng/key.cpp", 2, "float")

    def test_a_word_with_colons_can_be_excused(self):
        self.house.write("src/rng/key.cpp", "std::mutex m;\n")
        self.house.write(EXCEPTIONS, "src/rng/key.cpp: std::mutex: guards nothing\n")
        self.assert_sound()

    def test_an_exception_that_excuses_nothing_is_found(self):
        self.house.write(EXCEPTIONS, "\nsrc/rng/key.cpp: double: no longer there\n")
        self.assert_found(EXCEPTIONS, 2, "double")

    def test_an_exception_without_a_reason_is_refused(self):
        with self.assertRaises(ValueError):
            read_exceptions("src/rng/key.cpp: double:\n")


class Parsing(unittest.TestCase):
    def test_a_missing_table_is_refused(self):
        with self.assertRaises(ValueError):
            parse_rooms("| a | b |\n|---|---|\n")

    def test_a_room_that_uses_a_later_one_is_refused(self):
        with self.assertRaises(ValueError):
            parse_rooms(TABLE.replace("| base | pure | - |", "| base | pure | rng |"))

    def test_the_table_ends_where_the_next_one_begins(self):
        rooms = parse_rooms(TABLE + "\n| it is about | it goes to |\n|---|---|\n| bytes | base |\n")
        self.assertEqual(list(rooms), ["base", "rng", "media", "corpus", "sink", "net", "app"])

    def test_cmake_dependencies_end_at_the_next_keyword(self):
        text = "haymaker_room(rng # numbers\n  DEPS base text\n  LIBRARIES fmt::fmt SOURCES a.cpp)"
        self.assertEqual(cmake_dependencies(text), {"rng": {"base", "text"}})

    def test_code_keeps_line_numbers_and_digit_separators(self):
        text = "/* a\nb */ int x = 1'000; // 'c'\nR\"(\n\")\" y"
        self.assertEqual(code(text), "\n int x = 1'000; \n\n y")

    def test_includes_tell_system_headers_apart(self):
        self.assertEqual(list(includes('#include <a.h>\n# include "b/c.h"\n')),
                         [(1, "a.h", True), (2, "b/c.h", False)])


if __name__ == "__main__":
    unittest.main()
