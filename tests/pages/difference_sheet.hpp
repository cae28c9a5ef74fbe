// What a person looks at before accepting: build/pages/index.html with old page, new page and their
// difference side by side. Plain files: it opens from a folder or as what a CI job keeps.
#pragma once

#include <string>
#include <vector>

#include "picture.hpp"

namespace rapporteur::pages {

/// A page that differs. `before` or `after` is empty (width 0) when the page came or went.
struct PageDifference {
  int page = 0;  ///< from 1
  Picture before;
  Picture after;
  std::vector<Spot> spots;
};

struct DocumentDifference {
  std::string name;
  std::string pdf;
  std::vector<PageDifference> pages;
};

/// A grey PNG.
[[nodiscard]] std::string to_png(const Picture& picture);

/// The new page in pale grey, with what differs in black.
[[nodiscard]] Picture marked(const PageDifference& difference);

/// Writes index.html and its pictures into `folder`, which it empties first. Returns the page's
/// path.
std::string write_sheet(const std::string& folder,
                        const std::vector<DocumentDifference>& documents);

}  // namespace rapporteur::pages
