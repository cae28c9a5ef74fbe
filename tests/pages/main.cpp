// The program `pages`: page rules, DOCX structure and page pictures of finished documents.
//   build/bin/pages                   every test; compares with the goldens
//   build/bin/pages --accept          rewrites the goldens; look at build/pages/index.html first
//   build/bin/pages look DOCUMENT     what the rules say about DOCUMENT.odt, .pdf and .docx
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>

#include "docx_rules.hpp"
#include "page_rules.hpp"

namespace rapporteur::pages {

namespace {

int look(const std::string& document) {
  try {
    const Layout layout = read_layout(document + ".odt", document + ".pdf");
    const auto count = [&](Part part) {
      return std::count_if(layout.words.begin(), layout.words.end(),
                           [part](const LaidWord& word) { return word.part == part; });
    };
    Faults faults = page_faults(layout);
    if (std::filesystem::exists(document + ".docx")) {
      append(faults, docx_faults(read_parts(document + ".docx"), layout.text));
    }
    std::cout << described(faults) << layout.pages.size() << " pages, " << layout.text.tables.size()
              << " tables, " << count(Part::text) << " words of the text, " << count(Part::band)
              << " in headers and footers, " << count(Part::label) << " labels, "
              << count(Part::unread) << " unread, "
              << std::count_if(layout.words.begin(), layout.words.end(),
                               [](const LaidWord& word) { return word.repeated; })
              << " in repeated rows\n";
    return faults.empty() ? 0 : 1;
  } catch (const std::exception& failure) {
    std::cerr << failure.what() << "\n";
    return 2;
  }
}

}  // namespace

}  // namespace rapporteur::pages

int main(int count, char** arguments) {
  const std::string first = count > 1 ? arguments[1] : "";
  if (first == "look" && count == 3) {
    return rapporteur::pages::look(arguments[2]);
  }
  if (first == "--accept") {
    ::setenv("RAPPORTEUR_ACCEPT", "1", 1);
  }
  doctest::Context context(count, arguments);
  return context.run();
}
