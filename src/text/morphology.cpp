#include "text/morphology.h"

#include <algorithm>
#include <array>

namespace haymaker::text {

namespace {

struct Irregular {
  std::string_view base;
  std::string_view past;
  std::string_view participle;
};

constexpr auto kIrregularVerbs = std::to_array<Irregular>({
    {"be", "was", "been"},
    {"become", "became", "become"},
    {"begin", "began", "begun"},
    {"bend", "bent", "bent"},
    {"bet", "bet", "bet"},
    {"bid", "bid", "bid"},
    {"bind", "bound", "bound"},
    {"bite", "bit", "bitten"},
    {"blow", "blew", "blown"},
    {"break", "broke", "broken"},
    {"bring", "brought", "brought"},
    {"build", "built", "built"},
    {"burn", "burnt", "burnt"},
    {"buy", "bought", "bought"},
    {"catch", "caught", "caught"},
    {"choose", "chose", "chosen"},
    {"come", "came", "come"},
    {"cost", "cost", "cost"},
    {"cut", "cut", "cut"},
    {"deal", "dealt", "dealt"},
    {"dig", "dug", "dug"},
    {"do", "did", "done"},
    {"draw", "drew", "drawn"},
    {"drink", "drank", "drunk"},
    {"drive", "drove", "driven"},
    {"eat", "ate", "eaten"},
    {"fall", "fell", "fallen"},
    {"feed", "fed", "fed"},
    {"feel", "felt", "felt"},
    {"fight", "fought", "fought"},
    {"find", "found", "found"},
    {"fly", "flew", "flown"},
    {"forecast", "forecast", "forecast"},
    {"forget", "forgot", "forgotten"},
    {"freeze", "froze", "frozen"},
    {"get", "got", "got"},
    {"give", "gave", "given"},
    {"go", "went", "gone"},
    {"grow", "grew", "grown"},
    {"hang", "hung", "hung"},
    {"have", "had", "had"},
    {"hear", "heard", "heard"},
    {"hide", "hid", "hidden"},
    {"hit", "hit", "hit"},
    {"hold", "held", "held"},
    {"keep", "kept", "kept"},
    {"know", "knew", "known"},
    {"lay", "laid", "laid"},
    {"lead", "led", "led"},
    {"learn", "learnt", "learnt"},
    {"leave", "left", "left"},
    {"lend", "lent", "lent"},
    {"let", "let", "let"},
    {"light", "lit", "lit"},
    {"lose", "lost", "lost"},
    {"make", "made", "made"},
    {"mean", "meant", "meant"},
    {"meet", "met", "met"},
    {"misread", "misread", "misread"},
    {"net", "netted", "netted"},
    {"offset", "offset", "offset"},
    {"outbid", "outbid", "outbid"},
    {"overdo", "overdid", "overdone"},
    {"override", "overrode", "overridden"},
    {"oversee", "oversaw", "overseen"},
    {"oversleep", "overslept", "overslept"},
    {"overtake", "overtook", "overtaken"},
    {"pay", "paid", "paid"},
    {"prepay", "prepaid", "prepaid"},
    {"put", "put", "put"},
    {"quit", "quit", "quit"},
    {"read", "read", "read"},
    {"rebuild", "rebuilt", "rebuilt"},
    {"recut", "recut", "recut"},
    {"redo", "redid", "redone"},
    {"redraw", "redrew", "redrawn"},
    {"rerun", "reran", "rerun"},
    {"resend", "resent", "resent"},
    {"reset", "reset", "reset"},
    {"rethink", "rethought", "rethought"},
    {"rewrite", "rewrote", "rewritten"},
    {"ride", "rode", "ridden"},
    {"ring", "rang", "rung"},
    {"rise", "rose", "risen"},
    {"run", "ran", "run"},
    {"say", "said", "said"},
    {"see", "saw", "seen"},
    {"seek", "sought", "sought"},
    {"sell", "sold", "sold"},
    {"send", "sent", "sent"},
    {"set", "set", "set"},
    {"shake", "shook", "shaken"},
    {"shoot", "shot", "shot"},
    {"show", "showed", "shown"},
    {"shrink", "shrank", "shrunk"},
    {"shut", "shut", "shut"},
    {"sink", "sank", "sunk"},
    {"sit", "sat", "sat"},
    {"sleep", "slept", "slept"},
    {"slide", "slid", "slid"},
    {"speak", "spoke", "spoken"},
    {"spend", "spent", "spent"},
    {"split", "split", "split"},
    {"spread", "spread", "spread"},
    {"stand", "stood", "stood"},
    {"steal", "stole", "stolen"},
    {"stick", "stuck", "stuck"},
    {"strike", "struck", "struck"},
    {"sweep", "swept", "swept"},
    {"swing", "swung", "swung"},
    {"take", "took", "taken"},
    {"teach", "taught", "taught"},
    {"tear", "tore", "torn"},
    {"tell", "told", "told"},
    {"think", "thought", "thought"},
    {"throw", "threw", "thrown"},
    {"undercut", "undercut", "undercut"},
    {"understand", "understood", "understood"},
    {"undertake", "undertook", "undertaken"},
    {"undo", "undid", "undone"},
    {"unwind", "unwound", "unwound"},
    {"uphold", "upheld", "upheld"},
    {"wake", "woke", "woken"},
    {"wear", "wore", "worn"},
    {"win", "won", "won"},
    {"wind", "wound", "wound"},
    {"withdraw", "withdrew", "withdrawn"},
    {"withhold", "withheld", "withheld"},
    {"write", "wrote", "written"},
});

struct Pair {
  std::string_view from;
  std::string_view to;
};

constexpr auto kIrregularPlurals = std::to_array<Pair>({
    {"person", "people"},       {"man", "men"},
    {"woman", "women"},         {"child", "children"},
    {"half", "halves"},         {"shelf", "shelves"},
    {"life", "lives"},          {"leaf", "leaves"},
    {"analysis", "analyses"},   {"basis", "bases"},
    {"crisis", "crises"},       {"thesis", "theses"},
    {"index", "indices"},       {"appendix", "appendices"},
    {"matrix", "matrices"},     {"series", "series"},
    {"species", "species"},     {"hypothesis", "hypotheses"},
    {"foot", "feet"},           {"criterion", "criteria"},
    {"diagnosis", "diagnoses"}, {"synopsis", "synopses"},
    {"knife", "knives"},        {"wife", "wives"},
    {"means", "means"},
});

// Two syllables or more, stressed on the last: the final consonant doubles ("deferred").
constexpr auto kDoubling = std::to_array<std::string_view>(
    {"defer",     "refer",  "transfer", "submit",  "commit",  "admit",   "omit",
     "permit",    "occur",  "incur",    "prefer",  "confer",  "control", "cancel",
     "travel",    "label",  "model",    "total",   "format",  "allot",   "rebut",
     "regret",    "equip",  "level",    "channel", "signal",  "input",   "debug",
     "reschedul", "unplug", "recap",    "kidnap",  "program", "focus-"});

constexpr bool is_vowel(char c) { return std::string_view("aeiou").contains(c); }
constexpr bool is_consonant(char c) { return c >= 'a' && c <= 'z' && !is_vowel(c); }

bool ends_in_consonant_y(std::string_view word) {
  return word.size() >= 2 && word.back() == 'y' && is_consonant(word[word.size() - 2]);
}

bool hisses(std::string_view word) {
  return word.ends_with('s') || word.ends_with('x') || word.ends_with('z') ||
         word.ends_with("ch") || word.ends_with("sh");
}

// The "-s" of plurals and of the third person alike.
std::string with_s(std::string_view word) {
  std::string result(word);
  if (ends_in_consonant_y(word)) {
    result.replace(result.size() - 1, 1, "ies");
  } else {
    result += hisses(word) ? "es" : "s";
  }
  return result;
}

int vowel_groups(std::string_view word) {
  int groups = 0;
  bool in_group = false;
  for (const char c : word) {
    const bool vowel = is_vowel(c) || c == 'y';
    groups += vowel && !in_group ? 1 : 0;
    in_group = vowel;
  }
  return groups;
}

bool doubles_last(std::string_view word) {
  if (word.size() < 3) return false;
  if (std::ranges::find(kDoubling, word) != kDoubling.end()) return true;
  const char last = word.back();
  const bool closed = is_consonant(last) && last != 'w' && last != 'x' && last != 'y' &&
                      is_vowel(word[word.size() - 2]) && !is_vowel(word[word.size() - 3]);
  const std::size_t dash = word.rfind('-');
  return closed && vowel_groups(dash == std::string_view::npos ? word : word.substr(dash + 1)) == 1;
}

// "-ed" and "-ing", "-er" and "-est" share what happens to the stem.
std::string with_suffix(std::string_view word, std::string_view suffix) {
  std::string stem(word);
  if (word.ends_with('e') && suffix[0] == 'e') {
    stem.pop_back();
  } else if (suffix == "ing" && word.ends_with("ie")) {
    stem.replace(stem.size() - 2, 2, "y");
  } else if (suffix == "ing" && word.size() > 2 && word.ends_with('e') && !word.ends_with("ee") &&
             !word.ends_with("oe") && !word.ends_with("ye")) {
    stem.pop_back();
  } else if (ends_in_consonant_y(word) && suffix[0] == 'e') {
    stem.back() = 'i';
  } else if (doubles_last(word)) {
    stem += word.back();
  }
  return stem.append(suffix);
}

const Irregular* irregular(std::string_view verb) {
  const std::size_t dash = verb.rfind('-');  // "re-send" bends as "send" does.
  const std::string_view core = dash == std::string_view::npos ? verb : verb.substr(dash + 1);
  const auto found = std::ranges::find(kIrregularVerbs, core, &Irregular::base);
  return found == kIrregularVerbs.end() ? nullptr : &*found;
}

std::string keep_prefix(std::string_view verb, const Irregular& irregular, std::string_view form) {
  return std::string(verb.substr(0, verb.size() - irregular.base.size())).append(form);
}

template <class Inflect>
std::string bend_first_word(std::string_view phrase, Inflect inflect) {
  const std::size_t end = phrase.find(' ');
  std::string result = inflect(phrase.substr(0, end));
  if (end != std::string_view::npos) result += phrase.substr(end);
  return result;
}

bool is_short_adjective(std::string_view word) {
  if (word.contains(' ') || word.contains('-')) return false;
  const int groups = vowel_groups(word.ends_with('e') ? word.substr(0, word.size() - 1) : word);
  return groups == 1 || (groups == 2 && word.ends_with('y'));
}

}  // namespace

std::string plural(std::string_view noun) {
  const std::size_t space = noun.find_last_of(" -");
  const std::size_t head = space == std::string_view::npos ? 0 : space + 1;
  const std::string_view word = noun.substr(head);
  std::string result(noun.substr(0, head));
  const auto found = std::ranges::find(kIrregularPlurals, word, &Pair::from);
  return result + (found != kIrregularPlurals.end() ? std::string(found->to) : with_s(word));
}

std::string possessive(std::string_view noun) {
  return std::string(noun) + (noun.ends_with('s') ? "'" : "'s");
}

std::string third_person(std::string_view verb) {
  return bend_first_word(verb, [](std::string_view word) {
    if (word == "have") return std::string("has");
    if (word.ends_with("go") || word.ends_with("do") || word.ends_with("veto")) {
      return std::string(word) + "es";
    }
    return with_s(word);
  });
}

std::string past(std::string_view verb) {
  return bend_first_word(verb, [](std::string_view word) {
    const Irregular* found = irregular(word);
    return found != nullptr ? keep_prefix(word, *found, found->past) : with_suffix(word, "ed");
  });
}

std::string participle(std::string_view verb) {
  return bend_first_word(verb, [](std::string_view word) {
    const Irregular* found = irregular(word);
    return found != nullptr ? keep_prefix(word, *found, found->participle)
                            : with_suffix(word, "ed");
  });
}

std::string gerund(std::string_view verb) {
  return bend_first_word(verb, [](std::string_view word) {
    return word == "be" ? std::string("being") : with_suffix(word, "ing");
  });
}

std::string comparative(std::string_view adjective) {
  if (adjective == "good") return "better";
  if (adjective == "bad") return "worse";
  return is_short_adjective(adjective) ? with_suffix(adjective, "er")
                                       : "more " + std::string(adjective);
}

std::string superlative(std::string_view adjective) {
  if (adjective == "good") return "best";
  if (adjective == "bad") return "worst";
  return is_short_adjective(adjective) ? with_suffix(adjective, "est")
                                       : "most " + std::string(adjective);
}

std::string adverb(std::string_view adjective) {
  std::string result(adjective);
  if (adjective == "good") return "well";
  if (ends_in_consonant_y(adjective)) {
    result.replace(result.size() - 1, 1, "ily");
  } else if (adjective.ends_with("le")) {
    result.back() = 'y';
  } else if (adjective.ends_with("ic")) {
    result += "ally";
  } else {
    result += "ly";
  }
  return result;
}

}  // namespace haymaker::text
