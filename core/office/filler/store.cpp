// ODT, DOCX, PDF, each once and in this order: a second ODT from the same open document differs.
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/util/XModifiable.hpp>

#include "office/command.hpp"
#include "office/filler/work.hpp"

namespace rapporteur::filler {

namespace {

// PDF/UA and PDF/A-2b both, with bookmarks; pictures as they are.
css::uno::Sequence<css::beans::PropertyValue> pdf_options() {
  Properties options;
  options.add("PDFUACompliance", true);
  options.add("SelectPdfVersion", sal_Int32{2});
  options.add("UseTaggedPDF", true);
  options.add("ExportBookmarks", true);
  options.add("ExportNotes", false);
  options.add("ExportFormFields", false);
  options.add("ExportLinksRelativeFsys", true);  // its folder is gone after the job
  options.add("UseLosslessCompression", true);
  options.add("ReduceImageResolution", false);
  options.add("DisplayPDFDocumentTitle", true);
  return options.sequence();
}

void store_as(const Document& document, const std::string& path, const char* filter,
              const css::uno::Sequence<css::beans::PropertyValue>* data) {
  if (path.empty()) {
    return;
  }
  Properties options;
  options.add("FilterName", OUString::createFromAscii(filter));
  if (data != nullptr) {
    options.add("FilterData", *data);
  }
  // A modified document gets the time of day as its date of change, fields in the text included.
  Reference<css::util::XModifiable>(document, UNO_QUERY_THROW)->setModified(false);
  const Reference<css::frame::XStorable> storable(document, UNO_QUERY_THROW);
  storable->storeToURL(to_uno(office::file_url(path)), options.sequence());
}

}  // namespace

void store(const Document& document, const office::Job& job) {
  const auto pdf = pdf_options();
  store_as(document, job.odt_path, "writer8", nullptr);
  store_as(document, job.docx_path, "MS Word 2007 XML", nullptr);
  store_as(document, job.pdf_path, "writer_pdf_Export", &pdf);
}

}  // namespace rapporteur::filler
