#include "office/fonts.hpp"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <set>

#include "base/text.hpp"

namespace rapporteur::office {

namespace {

/// Every family of every font, under all its names, folded.
std::set<std::string> present_families() {
  const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> any(FcPatternCreate(),
                                                                    FcPatternDestroy);
  const std::unique_ptr<FcObjectSet, decltype(&FcObjectSetDestroy)> wanted(
      FcObjectSetBuild(FC_FAMILY, nullptr), FcObjectSetDestroy);
  const std::unique_ptr<FcFontSet, decltype(&FcFontSetDestroy)> fonts(
      FcFontList(nullptr, any.get(), wanted.get()), FcFontSetDestroy);
  std::set<std::string> families;
  for (int i = 0; fonts && i < fonts->nfont; ++i) {
    FcChar8* name = nullptr;
    for (int n = 0; FcPatternGetString(fonts->fonts[i], FC_FAMILY, n, &name) == FcResultMatch;
         ++n) {
      families.insert(folded(reinterpret_cast<const char*>(name)));
    }
  }
  return families;
}

}  // namespace

std::vector<std::string> all_fonts() {
  const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> any(FcPatternCreate(),
                                                                    FcPatternDestroy);
  const std::unique_ptr<FcObjectSet, decltype(&FcObjectSetDestroy)> wanted(
      FcObjectSetBuild(FC_FULLNAME, FC_STYLE, FC_FONTVERSION, nullptr), FcObjectSetDestroy);
  const std::unique_ptr<FcFontSet, decltype(&FcFontSetDestroy)> fonts(
      FcFontList(nullptr, any.get(), wanted.get()), FcFontSetDestroy);
  std::vector<std::string> names;
  for (int i = 0; fonts && i < fonts->nfont; ++i) {
    const std::unique_ptr<FcChar8, decltype(&std::free)> name(FcNameUnparse(fonts->fonts[i]),
                                                              std::free);
    names.emplace_back(reinterpret_cast<const char*>(name.get()));
  }
  std::ranges::sort(names);
  return names;
}

std::vector<std::string> missing_fonts(std::span<const std::string> names) {
  const std::set<std::string> present = present_families();
  std::vector<std::string> missing;
  std::ranges::copy_if(names, std::back_inserter(missing),
                       [&](const std::string& name) { return !present.contains(folded(name)); });
  return missing;
}

}  // namespace rapporteur::office
