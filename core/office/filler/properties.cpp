// What a document says about itself, and in which language it is.
#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/XTextFieldsSupplier.hpp>
#include <com/sun/star/util/DateTime.hpp>
#include <ctime>

#include "office/filler/work.hpp"

namespace rapporteur::filler {

namespace {

css::util::DateTime date_time(std::int64_t epoch) {
  const auto seconds = static_cast<std::time_t>(epoch);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  css::util::DateTime result;
  result.Year = static_cast<sal_Int16>(parts.tm_year + 1900);
  result.Month = static_cast<sal_uInt16>(parts.tm_mon + 1);
  result.Day = static_cast<sal_uInt16>(parts.tm_mday);
  result.Hours = static_cast<sal_uInt16>(parts.tm_hour);
  result.Minutes = static_cast<sal_uInt16>(parts.tm_min);
  result.Seconds = static_cast<sal_uInt16>(parts.tm_sec);
  result.IsUTC = true;
  return result;
}

bool same(const css::lang::Locale& a, const css::lang::Locale& b) {
  return a.Language == b.Language && a.Country == b.Country && a.Variant == b.Variant;
}

// The drawer's language may stand in the defaults and again in single styles. Those that say the
// same as the defaults follow the report's language; a style set to another one (an English annex)
// keeps it.
void set_language(const Document& document, const css::lang::Locale& locale) {
  const Reference<css::beans::XPropertySet> defaults(document, UNO_QUERY_THROW);
  const auto drawn = get<css::lang::Locale>(defaults, "CharLocale");
  set(defaults, "CharLocale", locale);
  const Reference<css::style::XStyleFamiliesSupplier> supplier(document, UNO_QUERY_THROW);
  const auto families = supplier->getStyleFamilies();
  for (const char* family : {"ParagraphStyles", "CharacterStyles"}) {
    Reference<css::container::XNameAccess> styles(
        families->getByName(OUString::createFromAscii(family)), UNO_QUERY_THROW);
    for (const OUString& name : styles->getElementNames()) {
      const Reference<css::beans::XPropertySet> style(styles->getByName(name), UNO_QUERY_THROW);
      // Writer lists some 120 styles of its own and makes each one that is asked for anything else:
      // the document would carry them all, with fonts that differ from machine to machine.
      if (!get<bool>(style, "IsPhysical")) {
        continue;
      }
      const Reference<css::beans::XPropertyState> state(style, UNO_QUERY_THROW);
      const bool own =
          state->getPropertyState("CharLocale") == css::beans::PropertyState_DIRECT_VALUE;
      if (own && same(get<css::lang::Locale>(style, "CharLocale"), drawn)) {
        set(style, "CharLocale", locale);
      }
    }
  }
}

}  // namespace

void set_properties(const Document& document, const office::Job& job) {
  const Reference<css::document::XDocumentPropertiesSupplier> supplier(document, UNO_QUERY_THROW);
  const auto properties = supplier->getDocumentProperties();
  const auto now = date_time(job.epoch);
  properties->setTitle(to_uno(job.title));
  properties->setSubject(to_uno(job.subject));
  properties->setAuthor(to_uno(job.author));
  properties->setModifiedBy(to_uno(job.author));
  properties->setPrintedBy(OUString());
  properties->setCreationDate(now);
  properties->setModificationDate(now);
  properties->setPrintDate(css::util::DateTime());
  properties->setTemplateName(OUString());
  properties->setTemplateURL(OUString());
  properties->setTemplateDate(css::util::DateTime());
  properties->setEditingCycles(1);
  properties->setEditingDuration(0);
  if (!job.language.empty()) {
    const css::lang::Locale locale(to_uno(job.language), to_uno(job.country), OUString());
    properties->setLanguage(locale);
    set_language(document, locale);
  }
}

void freeze_fields(const Document& document, const office::Job& job) {
  const Reference<css::text::XTextFieldsSupplier> supplier(document, UNO_QUERY_THROW);
  const auto fields = supplier->getTextFields()->createEnumeration();
  while (fields->hasMoreElements()) {
    const Reference<css::beans::XPropertySet> field(fields->nextElement(), UNO_QUERY);
    const Reference<css::lang::XServiceInfo> info(field, UNO_QUERY);
    if (!info.is()) {
      continue;
    }
    if (info->supportsService("com.sun.star.text.TextField.DateTime")) {
      if (!get<bool>(field, "IsFixed")) {
        set(field, "DateTimeValue", date_time(job.epoch));
        set(field, "IsFixed", true);
      }
    } else if (info->supportsService("com.sun.star.text.TextField.FileName")) {
      set(field, "IsFixed", true);
      set(field, "CurrentPresentation", to_uno(job.name));
    }
  }
}

}  // namespace rapporteur::filler
