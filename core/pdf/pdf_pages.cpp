#include "pdf/pdf_pages.hpp"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <cmath>
#include <functional>

#include "base/files.hpp"

namespace rapporteur::pdf {

namespace {

constexpr double foot = 62;  ///< points above the lower edge: where page numbers stand

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

/// Libpoppler writes pictures to files only.
std::shared_ptr<const std::string> png_bytes(const poppler::image& picture, int dots) {
  const TemporaryDirectory folder;
  const std::filesystem::path file = folder.path() / "page.png";
  if (!picture.is_valid() || !picture.save(file.string(), "png", dots)) {
    return nullptr;
  }
  auto bytes = read_file(file);
  return bytes ? std::make_shared<const std::string>(std::move(*bytes)) : nullptr;
}

}  // namespace

struct PdfPages::Document {
  std::unique_ptr<poppler::document> pdf;
  [[nodiscard]] std::unique_ptr<poppler::page> page(int number) const {
    return number < 1 || number > pdf->pages()
               ? nullptr
               : std::unique_ptr<poppler::page>(pdf->create_page(number - 1));
  }
};

std::shared_ptr<PdfPages> PdfPages::open(std::string bytes) {
  auto pages = std::shared_ptr<PdfPages>(new PdfPages(std::move(bytes), nullptr));
  auto document = std::make_unique<Document>();
  document->pdf.reset(poppler::document::load_from_raw_data(
      pages->bytes_.data(), static_cast<int>(pages->bytes_.size())));
  if (!document->pdf || document->pdf->is_locked()) {
    return nullptr;
  }
  for (int number = 1; number <= document->pdf->pages(); ++number) {
    const auto page = document->page(number);
    const poppler::rectf area = page ? page->page_rect() : poppler::rectf();
    const bool is_turned = page && (page->orientation() == poppler::page::landscape ||
                                    page->orientation() == poppler::page::seascape);
    pages->sizes_.push_back(is_turned ? PageSize{area.height(), area.width()}
                                      : PageSize{area.width(), area.height()});
  }
  pages->document_ = std::move(document);
  return pages;
}

PdfPages::PdfPages(std::string bytes, std::unique_ptr<Document> document)
    : bytes_(std::move(bytes)), document_(std::move(document)) {}

PdfPages::~PdfPages() = default;

std::shared_ptr<const std::string> PdfPages::png(int page, int dots) {
  const std::scoped_lock lock(mutex_);
  auto& kept = drawn_[{page, dots}];
  if (const auto drawn = kept ? nullptr : document_->page(page)) {
    poppler::page_renderer renderer;
    renderer.set_render_hints(poppler::page_renderer::antialiasing |
                              poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(poppler::image::format_rgb24);
    kept = png_bytes(renderer.render_page(drawn.get(), dots, dots), dots);
  }
  return kept;
}

std::string PdfPages::text(int page) {
  const std::scoped_lock lock(mutex_);
  const auto found = document_->page(page);
  return found ? utf8(found->text()) : std::string();
}

std::uint64_t PdfPages::fingerprint(int page) {
  const std::scoped_lock lock(mutex_);
  if (const auto kept = fingerprints_.find(page); kept != fingerprints_.end()) {
    return kept->second;
  }
  const auto found = document_->page(page);
  if (!found) {
    return 0;
  }
  const double lowest = found->page_rect().height() - foot;
  std::string all;
  for (const poppler::text_box& box : found->text_list()) {
    const poppler::rectf area = box.bbox();
    if (area.top() < lowest) {
      all += utf8(box.text()) + '\t' + std::to_string(std::lround(area.left())) + '\t' +
             std::to_string(std::lround(area.top())) + '\n';
    }
  }
  return fingerprints_[page] = std::hash<std::string>{}(all);
}

bool PdfPages::has_fingerprint(std::uint64_t wanted) {
  for (int page = 1; page <= count(); ++page) {
    if (fingerprint(page) == wanted) {
      return true;
    }
  }
  return false;
}

}  // namespace rapporteur::pdf
