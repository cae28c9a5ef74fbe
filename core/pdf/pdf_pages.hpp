// The pages of a laid-out document as pictures and as text, made when somebody looks at them.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace rapporteur::pdf {

struct PageSize {
  double width = 0;  ///< points
  double height = 0;
};

/// A PDF in memory. May be used by several threads; pages are drawn one at a time.
class PdfPages {
 public:
  /// Nothing when the bytes are no PDF.
  [[nodiscard]] static std::shared_ptr<PdfPages> open(std::string bytes);
  ~PdfPages();
  PdfPages(const PdfPages&) = delete;
  PdfPages& operator=(const PdfPages&) = delete;

  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  [[nodiscard]] const std::vector<PageSize>& sizes() const { return sizes_; }
  [[nodiscard]] int count() const { return static_cast<int>(sizes_.size()); }

  /// The page (from 1) as PNG, `dots` an inch; kept for the next to ask. Nothing when there is no
  /// such page or the picture cannot be made.
  [[nodiscard]] std::shared_ptr<const std::string> png(int page, int dots);
  /// What the page says, line by line, in UTF-8; empty when there is no such page.
  [[nodiscard]] std::string text(int page);
  /// Equal for pages that say the same at the same places. The foot does not count: there stands
  /// the page's number, and a page that only moved did not change. Kept, as a picture is.
  [[nodiscard]] std::uint64_t fingerprint(int page);
  /// True when one of the pages has it.
  [[nodiscard]] bool has_fingerprint(std::uint64_t wanted);

 private:
  struct Document;
  PdfPages(std::string bytes, std::unique_ptr<Document> document);

  std::string bytes_;  ///< outlives the document, which reads from it
  std::unique_ptr<Document> document_;
  std::vector<PageSize> sizes_;
  std::mutex mutex_;
  std::map<std::pair<int, int>, std::shared_ptr<const std::string>> drawn_;
  std::map<int, std::uint64_t> fingerprints_;
};

}  // namespace rapporteur::pdf
