#include "text/morphology.h"

#include <algorithm>
#include <array>

#include "text/article.h"

namespace haymaker::text {

namespace {

struct Irregular {
  std::string_view base;
  std::string_view past;
  std::string_view participle;
};

constexpr auto kIrregularVerbs = std::to_array<Irregular>({
    {"arise", "arose", "arisen"},
    {"awake", "awoke", "awoken"},
    {"be", "was", "been"},
    {"bear", "bore", "borne"},
    {"beat", "beat", "beaten"},
    {"become", "became", "become"},
    {"begin", "began", "begun"},
    {"bend", "bent", "bent"},
    {"bet", "bet", "bet"},
    {"bid", "bid", "bid"},
    {"bind", "bound", "bound"},
    {"bite", "bit", "bitten"},
    {"bleed", "bled", "bled"},
    {"blow", "blew", "blown"},
    {"break", "broke", "broken"},
    {"breed", "bred", "bred"},
    {"bring", "brought", "brought"},
    {"broadcast", "broadcast", "broadcast"},
    {"build", "built", "built"},
    {"burn", "burnt", "burnt"},
    {"burst", "burst", "burst"},
    {"buy", "bought", "bought"},
    {"cast", "cast", "cast"},
    {"catch", "caught", "caught"},
    {"choose", "chose", "chosen"},
    {"cling", "clung", "clung"},
    {"come", "came", "come"},
    {"cost", "cost", "cost"},
    {"creep", "crept", "crept"},
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
    {"flee", "fled", "fled"},
    {"fling", "flung", "flung"},
    {"fly", "flew", "flown"},
    {"forbid", "forbade", "forbidden"},
    {"forget", "forgot", "forgotten"},
    {"forgive", "forgave", "forgiven"},
    {"freeze", "froze", "frozen"},
    {"get", "got", "got"},
    {"give", "gave", "given"},
    {"go", "went", "gone"},
    {"grind", "ground", "ground"},
    {"grow", "grew", "grown"},
    {"hang", "hung", "hung"},
    {"have", "had", "had"},
    {"hear", "heard", "heard"},
    {"hide", "hid", "hidden"},
    {"hit", "hit", "hit"},
    {"hold", "held", "held"},
    {"hurt", "hurt", "hurt"},
    {"input", "input", "input"},
    {"keep", "kept", "kept"},
    {"kneel", "knelt", "knelt"},
    {"know", "knew", "known"},
    {"lay", "laid", "laid"},
    {"lead", "led", "led"},
    {"leap", "leapt", "leapt"},
    {"learn", "learnt", "learnt"},
    {"leave", "left", "left"},
    {"lend", "lent", "lent"},
    {"let", "let", "let"},
    {"lie", "lay", "lain"},
    {"light", "lit", "lit"},
    {"lose", "lost", "lost"},
    {"make", "made", "made"},
    {"mean", "meant", "meant"},
    {"meet", "met", "met"},
    {"net", "netted", "netted"},
    {"offset", "offset", "offset"},
    {"partake", "partook", "partaken"},
    {"pay", "paid", "paid"},
    {"prepay", "prepaid", "prepaid"},
    {"proofread", "proofread", "proofread"},
    {"put", "put", "put"},
    {"quit", "quit", "quit"},
    {"read", "read", "read"},
    {"relay", "relayed", "relayed"},
    {"rid", "rid", "rid"},
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
    {"sew", "sewed", "sewn"},
    {"shake", "shook", "shaken"},
    {"shed", "shed", "shed"},
    {"shine", "shone", "shone"},
    {"shoot", "shot", "shot"},
    {"show", "showed", "shown"},
    {"shrink", "shrank", "shrunk"},
    {"shut", "shut", "shut"},
    {"sing", "sang", "sung"},
    {"sink", "sank", "sunk"},
    {"sit", "sat", "sat"},
    {"sleep", "slept", "slept"},
    {"slide", "slid", "slid"},
    {"sling", "slung", "slung"},
    {"speak", "spoke", "spoken"},
    {"spell", "spelt", "spelt"},
    {"spend", "spent", "spent"},
    {"spill", "spilt", "spilt"},
    {"spin", "spun", "spun"},
    {"split", "split", "split"},
    {"spoil", "spoilt", "spoilt"},
    {"spread", "spread", "spread"},
    {"spring", "sprang", "sprung"},
    {"stand", "stood", "stood"},
    {"steal", "stole", "stolen"},
    {"stick", "stuck", "stuck"},
    {"sting", "stung", "stung"},
    {"strike", "struck", "struck"},
    {"swear", "swore", "sworn"},
    {"sweep", "swept", "swept"},
    {"swell", "swelled", "swollen"},
    {"swim", "swam", "swum"},
    {"swing", "swung", "swung"},
    {"take", "took", "taken"},
    {"teach", "taught", "taught"},
    {"tear", "tore", "torn"},
    {"tell", "told", "told"},
    {"think", "thought", "thought"},
    {"throw", "threw", "thrown"},
    {"thrust", "thrust", "thrust"},
    {"tread", "trod", "trodden"},
    {"typeset", "typeset", "typeset"},
    {"wake", "woke", "woken"},
    {"wear", "wore", "worn"},
    {"weave", "wove", "woven"},
    {"weep", "wept", "wept"},
    {"win", "won", "won"},
    {"wind", "wound", "wound"},
    {"wring", "wrung", "wrung"},
    {"write", "wrote", "written"},
});

struct Pair {
  std::string_view from;
  std::string_view to;
};

// What may stand before an irregular verb and leave its forms as they are: "underwrite", "resend".
constexpr auto kVerbPrefixes = std::to_array<std::string_view>(
    {"re", "over", "under", "out", "mis", "un", "fore", "with", "up"});

constexpr auto kIrregularPlurals = std::to_array<Pair>({
    {"person", "people"},
    {"man", "men"},
    {"woman", "women"},
    {"child", "children"},
    {"half", "halves"},
    {"shelf", "shelves"},
    {"life", "lives"},
    {"leaf", "leaves"},
    {"analysis", "analyses"},
    {"basis", "bases"},
    {"crisis", "crises"},
    {"thesis", "theses"},
    {"index", "indices"},
    {"appendix", "appendices"},
    {"matrix", "matrices"},
    {"lens", "lenses"},
    {"species", "species"},
    {"hypothesis", "hypotheses"},
    {"foot", "feet"},
    {"criterion", "criteria"},
    {"diagnosis", "diagnoses"},
    {"synopsis", "synopses"},
    {"knife", "knives"},
    {"wife", "wives"},
    {"summons", "summonses"},
    {"thief", "thieves"},
    {"self", "selves"},
    {"loaf", "loaves"},
    {"scarf", "scarves"},
    {"emphasis", "emphases"},
    {"axis", "axes"},
    {"synthesis", "syntheses"},
    {"parenthesis", "parentheses"},
    {"prognosis", "prognoses"},
    {"memorandum", "memoranda"},
    {"addendum", "addenda"},
    {"erratum", "errata"},
    {"datum", "data"},
    {"phenomenon", "phenomena"},
    {"medium", "media"},
    {"alumnus", "alumni"},
    {"mouse", "mice"},
    {"tooth", "teeth"},
    {"aircraft", "aircraft"},
    {"headquarters", "headquarters"},
    {"quiz", "quizzes"},
    {"embargo", "embargoes"},
    {"veto", "vetoes"},
    {"cargo", "cargoes"},
    {"hero", "heroes"},
    {"echo", "echoes"},
    {"potato", "potatoes"},
    {"tomato", "tomatoes"},
    {"tech", "techs"},
    {"epoch", "epochs"},
    {"stomach", "stomachs"},
    {"chairman", "chairmen"},
    {"chairwoman", "chairwomen"},
    {"spokesman", "spokesmen"},
    {"spokeswoman", "spokeswomen"},
    {"salesman", "salesmen"},
    {"middleman", "middlemen"},
    {"businessman", "businessmen"},
    {"businesswoman", "businesswomen"},
    {"foreman", "foremen"},
    {"salesperson", "salespeople"},
    {"spokesperson", "spokespeople"},
    {"layperson", "laypeople"},
    {"businessperson", "businesspeople"},
    {"grandchild", "grandchildren"},
    {"bookshelf", "bookshelves"},
});

// Two syllables or more, stressed on the last: the final consonant doubles ("deferred").
constexpr auto kDoubling = std::to_array<std::string_view>(
    {"abet",     "abhor",    "acquit",  "admit",   "allot",   "babysit",  "backlog",  "begin",
     "cancel",   "channel",  "commit",  "compel",  "concur",  "confer",   "control",  "counsel",
     "debug",    "defer",    "deter",   "dial",    "dispel",  "enrol",    "equal",    "equip",
     "excel",    "expel",    "forget",  "format",  "fuel",    "fulfil",   "handicap", "incur",
     "infer",    "partial",  "typeset", "unravel", "initial", "input",    "instil",   "inter",
     "kidnap",   "label",    "level",   "marvel",  "model",   "occur",    "offset",   "omit",
     "outwit",   "overlap",  "patrol",  "pencil",  "permit",  "prefer",   "program",  "propel",
     "quit",     "quiz",     "rebel",   "rebut",   "recap",   "recur",    "reequip",  "refer",
     "reformat", "refuel",   "regret",  "relabel", "remit",   "remodel",  "repel",    "resubmit",
     "rival",    "signal",   "spiral",  "submit",  "total",   "transfer", "transmit", "travel",
     "tunnel",   "underpin", "unpin",   "unplug",  "unwrap",  "unzip",    "upset",    "worship",
     "zigzag"});

// Adverbs that no rule gives. Those of "-ly" adjectives of time are the words themselves.
constexpr auto kIrregularAdverbs = std::to_array<Pair>({
    {"good", "well"},       {"true", "truly"},          {"due", "duly"},
    {"undue", "unduly"},    {"whole", "wholly"},        {"fast", "fast"},
    {"hard", "hard"},       {"late", "late"},           {"early", "early"},
    {"daily", "daily"},     {"weekly", "weekly"},       {"monthly", "monthly"},
    {"yearly", "yearly"},   {"quarterly", "quarterly"}, {"likely", "likely"},
    {"low", "low"},         {"long", "long"},           {"straight", "straight"},
    {"public", "publicly"}, {"overdue", "overdue"},
});

struct Comparison {
  std::string_view base;
  std::string_view comparative;
  std::string_view superlative;
};

constexpr auto kIrregularComparisons = std::to_array<Comparison>({
    {"good", "better", "best"},
    {"bad", "worse", "worst"},
    {"ill", "worse", "worst"},
    {"far", "further", "furthest"},
    {"little", "less", "least"},
    {"much", "more", "most"},
    {"many", "more", "most"},
    {"wrong", "more wrong", "most wrong"},
    {"real", "more real", "most real"},
    {"due", "more due", "most due"},
    {"daily", "more daily", "most daily"},
});

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

// "results", "drinks" and "premises" are plurals already; "status", "basis" and "loss" are not.
bool is_plural(std::string_view word) {
  if (word.size() < 4 || !word.ends_with('s')) return false;
  const char before = word[word.size() - 2];
  return before == 'e' || (before != 's' && is_consonant(before));
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

const Irregular* irregular(std::string_view verb) {
  const std::size_t dash = verb.rfind('-');  // "re-send" bends as "send" does.
  const std::string_view core = dash == std::string_view::npos ? verb : verb.substr(dash + 1);
  const auto find = [](std::string_view word) {
    const auto found = std::ranges::find(kIrregularVerbs, word, &Irregular::base);
    return found == kIrregularVerbs.end() ? nullptr : &*found;
  };
  if (const Irregular* found = find(core)) return found;
  for (const std::string_view prefix : kVerbPrefixes) {
    if (!core.starts_with(prefix)) continue;
    if (const Irregular* found = find(core.substr(prefix.size()))) return found;
  }
  return nullptr;
}

bool doubles_last(std::string_view word) {
  if (const std::size_t dash = word.rfind('-'); dash != std::string_view::npos)
    word.remove_prefix(dash + 1);
  if (word.size() < 3) return false;
  if (std::ranges::find(kDoubling, word) != kDoubling.end()) return true;
  // "reset" and "outrun" double as "set" and "run" do.
  if (const Irregular* verb = irregular(word)) word = verb->base;
  const char last = word.back();
  const bool closed = is_consonant(last) && last != 'w' && last != 'x' && last != 'y' &&
                      is_vowel(word[word.size() - 2]) && !is_vowel(word[word.size() - 3]);
  return closed && vowel_groups(word) == 1;
}

// "-ed" and "-ing", "-er" and "-est" share what happens to the stem.
std::string with_suffix(std::string_view word, std::string_view suffix) {
  std::string stem(word);
  if (word == "age" && suffix == "ing") return "ageing";
  if (word.ends_with('e') && suffix[0] == 'e') {
    stem.pop_back();
  } else if (suffix == "ing" && word.ends_with("ie")) {
    stem.replace(stem.size() - 2, 2, "y");
  } else if (suffix == "ing" && word.size() > 2 && word.ends_with('e') && !word.ends_with("ee") &&
             !word.ends_with("oe") && !word.ends_with("ye")) {
    stem.pop_back();
  } else if (ends_in_consonant_y(word) && suffix[0] == 'e') {
    stem.back() = 'i';
  } else if ((suffix == "er" || suffix == "est") && word.size() > 4 && word.ends_with("ey")) {
    stem.replace(stem.size() - 2, 2, "i");  // "dicier"
  } else if (word.ends_with("ic")) {
    stem += 'k';  // "panicked"
  } else if (doubles_last(word)) {
    stem += word.back();
  }
  return stem.append(suffix);
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

const Comparison* irregular_comparison(std::string_view adjective) {
  const auto found = std::ranges::find(kIrregularComparisons, adjective, &Comparison::base);
  return found == kIrregularComparisons.end() ? nullptr : &*found;
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
  if (found != kIrregularPlurals.end()) return result.append(found->to);
  return result + (is_plural(word) ? std::string(word) : with_s(word));
}

std::string_view possessive_ending(std::string_view noun) noexcept {
  return noun.ends_with('s') && !noun.ends_with("ss") ? "'" : "'s";
}

std::string third_person(std::string_view verb) {
  return bend_first_word(verb, [](std::string_view word) {
    if (word == "have") return std::string("has");
    if (word.ends_with("go") || word.ends_with("do") || word.ends_with("veto") ||
        word.ends_with("echo")) {
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
  const Comparison* found = irregular_comparison(adjective);
  if (found != nullptr) return std::string(found->comparative);
  return is_short_adjective(adjective) ? with_suffix(adjective, "er")
                                       : "more " + std::string(adjective);
}

std::string superlative(std::string_view adjective) {
  const Comparison* found = irregular_comparison(adjective);
  if (found != nullptr) return std::string(found->superlative);
  return is_short_adjective(adjective) ? with_suffix(adjective, "est")
                                       : "most " + std::string(adjective);
}

std::string adverb(std::string_view adjective) {
  const auto found = std::ranges::find(kIrregularAdverbs, adjective, &Pair::from);
  if (found != kIrregularAdverbs.end()) return std::string(found->to);
  if (adjective.ends_with("ly"))
    return std::string(takes_an(adjective) ? "in an " : "in a ").append(adjective).append(" way");
  std::string result(adjective);
  const bool consonant_le = adjective.size() > 2 && adjective.ends_with("le") &&
                            is_consonant(adjective[adjective.size() - 3]);
  if (ends_in_consonant_y(adjective)) {
    result.replace(result.size() - 1, 1, "ily");
  } else if (consonant_le) {
    result.back() = 'y';
  } else if (adjective.ends_with("ll")) {
    result += 'y';
  } else {
    result += adjective.ends_with("ic") ? "ally" : "ly";
  }
  return result;
}

}  // namespace haymaker::text
