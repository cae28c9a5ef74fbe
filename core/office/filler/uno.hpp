// Short words for what the component says to the office all the time.
#pragma once

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/beans/XPropertySetInfo.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/Sequence.hxx>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::filler {

namespace css = com::sun::star;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using rtl::OUString;

/// Broken UTF-8 becomes U+FFFD.
inline OUString to_uno(std::string_view text) {
  return {text.data(), static_cast<sal_Int32>(text.size()), RTL_TEXTENCODING_UTF8};
}
inline std::string from_uno(const OUString& text) {
  const rtl::OString bytes = rtl::OUStringToOString(text, RTL_TEXTENCODING_UTF8);
  return {bytes.getStr(), static_cast<std::size_t>(bytes.getLength())};
}

/// A property list that grows.
class Properties {
 public:
  template <class T>
  Properties& add(const char* name, const T& value) {
    css::beans::PropertyValue property;
    property.Name = OUString::createFromAscii(name);
    property.Value <<= value;
    return add(property);
  }
  Properties& add(const css::beans::PropertyValue& property) {
    list_.push_back(property);
    return *this;
  }
  [[nodiscard]] css::uno::Sequence<css::beans::PropertyValue> sequence() const {
    return {list_.data(), static_cast<sal_Int32>(list_.size())};
  }

 private:
  std::vector<css::beans::PropertyValue> list_;
};

template <class T>
void set(const Reference<css::beans::XPropertySet>& object, const char* name, const T& value) {
  object->setPropertyValue(OUString::createFromAscii(name), Any(value));
}
template <class T>
T get(const Reference<css::beans::XPropertySet>& object, const char* name) {
  T value{};
  object->getPropertyValue(OUString::createFromAscii(name)) >>= value;
  return value;
}
inline bool has(const Reference<css::beans::XPropertySet>& object, const char* name) {
  return object.is() &&
         object->getPropertySetInfo()->hasPropertyByName(OUString::createFromAscii(name));
}

}  // namespace rapporteur::filler
