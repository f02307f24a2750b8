#include "text/irregular_words.h"

#include <algorithm>
#include <array>

namespace haymaker::text {

namespace {

struct Pair {
  std::string_view from;
  std::string_view to;
};

constexpr auto kIrregularVerbs = std::to_array<IrregularVerb>({
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

constexpr auto kIrregularComparisons = std::to_array<IrregularComparison>({
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

std::string_view look_up(std::string_view word, auto const& pairs) {
  const auto found = std::ranges::find(pairs, word, &Pair::from);
  return found == pairs.end() ? std::string_view() : found->to;
}

const IrregularVerb* row_of(std::string_view verb) {
  const auto found = std::ranges::find(kIrregularVerbs, verb, &IrregularVerb::base);
  return found == kIrregularVerbs.end() ? nullptr : &*found;
}

}  // namespace

const IrregularVerb* irregular_verb(std::string_view verb) noexcept {
  const std::size_t dash = verb.rfind('-');
  const std::string_view core = dash == std::string_view::npos ? verb : verb.substr(dash + 1);
  if (const IrregularVerb* found = row_of(core)) return found;
  for (const std::string_view prefix : kVerbPrefixes) {
    if (!core.starts_with(prefix)) continue;
    if (const IrregularVerb* found = row_of(core.substr(prefix.size()))) return found;
  }
  return nullptr;
}

const IrregularComparison* irregular_comparison(std::string_view adjective) noexcept {
  const auto found =
      std::ranges::find(kIrregularComparisons, adjective, &IrregularComparison::base);
  return found == kIrregularComparisons.end() ? nullptr : &*found;
}

std::string_view irregular_plural(std::string_view noun) noexcept {
  return look_up(noun, kIrregularPlurals);
}

std::string_view irregular_adverb(std::string_view adjective) noexcept {
  return look_up(adjective, kIrregularAdverbs);
}

bool doubles_unruly(std::string_view verb) noexcept {
  return std::ranges::find(kDoubling, verb) != kDoubling.end();
}

}  // namespace haymaker::text
