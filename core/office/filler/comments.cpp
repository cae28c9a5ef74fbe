// Comments of an annotated copy.
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/util/DateTime.hpp>

#include "office/filler/work.hpp"

namespace rapporteur::filler {

using Range = Reference<css::text::XTextRange>;

// Without a time of its own it would carry the clock's, and two copies would differ.
Range set_comment(const Document& document, const Reference<css::text::XText>& text,
                  const Range& place, const std::string& words) {
  if (words.empty()) {
    return place;
  }
  const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
  const Reference<css::text::XTextContent> field(
      factory->createInstance("com.sun.star.text.textfield.Annotation"), UNO_QUERY_THROW);
  const Reference<css::beans::XPropertySet> options(field, UNO_QUERY_THROW);
  set(options, "Author", OUString("rapporteur"));
  set(options, "Initials", OUString("r"));
  set(options, "Content", to_uno(words));
  set(options, "DateTimeValue", css::util::DateTime(0, 0, 0, 0, 1, 1, 1980, false));
  try {
    text->insertTextContent(place, field, false);
  } catch (const css::lang::IllegalArgumentException&) {
    return place;
  } catch (const css::uno::RuntimeException&) {
    return place;
  }
  const Range anchor = field->getAnchor();
  return anchor.is() ? anchor->getStart() : place;
}

}  // namespace rapporteur::filler
