#include "audit/parameters.h"

#include <algorithm>
#include <optional>

#include "audit/decoding.h"
#include "audit/field_list.h"

namespace haymaker::audit {
namespace {

// RFC 2045 section 5.1: a value with one of these must stand in quotes.
constexpr std::string_view kSpecials = "()<>@,;:\\\"/[]?= \t";

void skip_space(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

std::optional<std::string> take_quoted(std::string_view& text) {
  std::string out;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '"') {
      text.remove_prefix(i + 1);
      return out;
    }
    if (text[i] == '\\') ++i;
    if (i == text.size()) break;
    if (text[i] != '\r' && text[i] != '\n') out.push_back(text[i]);
  }
  return std::nullopt;
}

std::string take_token(std::string_view& text, std::string_view stops) {
  const std::string_view token = text.substr(0, text.find_first_of(stops));
  text.remove_prefix(token.size());
  return std::string(token);
}

// A section of a parameter: "filename*0*=utf-8''a%20b" is section 0, extended.
struct Section {
  std::string name;
  int number = -1;
  bool extended = false;
  std::string value;
};

bool split_name(Section& section) {
  std::string_view name = section.name;
  if (name.ends_with('*')) {
    section.extended = true;
    name.remove_suffix(1);
  }
  const std::size_t star = name.find('*');
  if (star != name.npos) {
    const std::string_view digits = name.substr(star + 1);
    if (digits.empty() || digits.size() > 3 ||
        digits.find_first_not_of("0123456789") != digits.npos) {
      return false;
    }
    section.number = std::stoi(std::string(digits));
    name = name.substr(0, star);
  }
  section.name = lower_case(name);
  return true;
}

bool append_percent_decoded(std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out.push_back(text[i]);
      continue;
    }
    const std::string_view digits = text.substr(i + 1, 2);
    if (digits.size() < 2 || digits.find_first_not_of("0123456789ABCDEFabcdef") != digits.npos) {
      return false;
    }
    out.push_back(static_cast<char>(std::stoi(std::string(digits), nullptr, 16)));
    i += 2;
  }
  return true;
}

// Joins the sections of one parameter, which are in order.
bool join(const std::vector<Section>& sections, std::string& out) {
  std::string charset;
  std::string bytes;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    std::string_view value = sections[i].value;
    if (sections.size() > 1 && sections[i].number != static_cast<int>(i)) return false;
    if (!sections[i].extended) {
      bytes.append(value);
      continue;
    }
    if (i == 0) {
      const std::size_t first = value.find('\'');
      const std::size_t second = value.find('\'', first == value.npos ? first : first + 1);
      if (second == value.npos) return false;
      charset = value.substr(0, first);
      value.remove_prefix(second + 1);
    }
    if (!append_percent_decoded(value, bytes)) return false;
  }
  return append_as_utf8(charset.empty() ? "utf-8" : std::string_view(charset), bytes, out);
}

bool take_section(std::string_view& text, Section& section) {
  section.name = take_token(text, "= \t\r\n;\"");
  skip_space(text);
  if (section.name.empty() || !text.starts_with('=')) return false;
  text.remove_prefix(1);
  skip_space(text);
  if (text.starts_with('"')) {
    auto value = take_quoted(text);
    if (!value) return false;
    section.value = std::move(*value);
  } else {
    section.value = take_token(text, "; \t\r\n");
    if (section.value.empty() || section.value.find_first_of(kSpecials) != std::string::npos) {
      return false;
    }
  }
  return split_name(section);
}

}  // namespace

std::string_view ParameterisedValue::get(std::string_view name) const noexcept {
  const auto found = std::ranges::find(parameters, name, &Parameter::name);
  return found == parameters.end() ? std::string_view() : std::string_view(found->value);
}

ParameterisedValue parse_parameterised(std::string_view text) {
  ParameterisedValue out;
  out.value = lower_case(trimmed(text.substr(0, text.find(';'))));
  text.remove_prefix(std::min(text.find(';'), text.size()));
  std::vector<Section> sections;
  for (;;) {
    skip_space(text);
    if (text.empty()) break;
    if (!text.starts_with(';')) {
      out.well_formed = false;
      text.remove_prefix(std::min(text.find(';'), text.size()));
      continue;
    }
    text.remove_prefix(1);
    skip_space(text);
    if (text.empty()) break;  // A last semicolon with nothing behind is common and harmless.
    Section section;
    if (take_section(text, section)) {
      sections.push_back(std::move(section));
    } else {
      out.well_formed = false;
    }
  }
  std::ranges::sort(sections, [](const Section& a, const Section& b) {
    return std::pair(std::string_view(a.name), a.number) <
           std::pair(std::string_view(b.name), b.number);
  });
  for (std::size_t i = 0; i < sections.size();) {
    std::vector<Section> same;
    const std::string name = sections[i].name;
    for (; i < sections.size() && sections[i].name == name; ++i) same.push_back(sections[i]);
    Parameter parameter{name, ""};
    out.well_formed = join(same, parameter.value) && out.well_formed;
    out.parameters.push_back(std::move(parameter));
  }
  return out;
}

}  // namespace haymaker::audit
