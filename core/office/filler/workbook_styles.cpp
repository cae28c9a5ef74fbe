#include "office/filler/workbook_styles.hpp"

#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/BorderLine2.hpp>
#include <com/sun/star/table/CellVertJustify2.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

namespace rapporteur::filler {

namespace {

using css::beans::XPropertySet;

constexpr sal_Int32 ink = 0x1F3A4D;
constexpr sal_Int32 header_ground = 0xDCE6EC;
constexpr sal_Int32 note_ink = 0x5A6B75;

Reference<css::container::XNameContainer> styles_of(const Spreadsheet& document,
                                                    const char* family) {
  const Reference<css::container::XNameAccess> families =
      Reference<css::style::XStyleFamiliesSupplier>(document, UNO_QUERY_THROW)->getStyleFamilies();
  return Reference<css::container::XNameContainer>(
      families->getByName(OUString::createFromAscii(family)), UNO_QUERY_THROW);
}

Reference<XPropertySet> new_style(const Spreadsheet& document, const char* name) {
  const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
  const Reference<css::uno::XInterface> style =
      factory->createInstance("com.sun.star.style.CellStyle");
  styles_of(document, "CellStyles")->insertByName(OUString::createFromAscii(name), Any(style));
  return Reference<XPropertySet>(style, UNO_QUERY_THROW);
}

}  // namespace

void make_styles(const Spreadsheet& document, const css::lang::Locale& locale) {
  const Reference<XPropertySet> base(styles_of(document, "CellStyles")->getByName("Default"),
                                     UNO_QUERY_THROW);
  set(base, "CharLocale", locale);
  set(base, "CharFontName", OUString("Carlito"));
  set(base, "VertJustify", css::table::CellVertJustify2::TOP);
  const Reference<XPropertySet> title = new_style(document, "Plan title");
  set(title, "CharHeight", 14.0F);
  set(title, "CharWeight", 150.0F);
  set(title, "CharColor", ink);
  const Reference<XPropertySet> line = new_style(document, "Plan line");
  set(line, "CharColor", note_ink);
  const Reference<XPropertySet> note = new_style(document, "Plan note");
  set(note, "CharHeight", 8.0F);
  set(note, "CharColor", note_ink);
  set(note, "IsTextWrapped", true);
  const Reference<XPropertySet> header = new_style(document, "Plan header");
  set(header, "CharWeight", 150.0F);
  set(header, "CharColor", ink);
  set(header, "CellBackColor", header_ground);
  css::table::BorderLine2 border;
  border.Color = ink;
  border.OuterLineWidth = 26;
  border.LineWidth = 26;
  set(header, "BottomBorder", border);
  const Reference<XPropertySet> cell = new_style(document, "Plan cell");
  set(cell, "IsTextWrapped", true);
  const Reference<XPropertySet> page(styles_of(document, "PageStyles")->getByName("Default"),
                                     UNO_QUERY_THROW);
  set(page, "IsLandscape", true);
  set(page, "Width", sal_Int32{29700});
  set(page, "Height", sal_Int32{21000});
  set(page, "ScaleToPagesX", sal_Int16{1});
  set(page, "ScaleToPagesY", sal_Int16{0});
  set(page, "HeaderIsOn", false);
  set(page, "FooterIsOn", false);
}

sal_Int32 format_key(const Spreadsheet& document, const DraftColumn& column) {
  std::string code = column.format == DraftFormat::text ? "@" : "General";
  const css::lang::Locale locale;  // the office's own: a format of another would be marked so
  if (column.format == DraftFormat::date) {
    code = "YYYY-MM-DD";
  } else if (column.format == DraftFormat::number) {
    code = "#,##0";
    if (column.decimals > 0) {
      code += "." + std::string(static_cast<std::size_t>(column.decimals), '0');
    }
  }
  const Reference<css::util::XNumberFormats> formats =
      Reference<css::util::XNumberFormatsSupplier>(document, UNO_QUERY_THROW)->getNumberFormats();
  const sal_Int32 known = formats->queryKey(to_uno(code), locale, false);
  return known >= 0 ? known : formats->addNew(to_uno(code), locale);
}

}  // namespace rapporteur::filler
