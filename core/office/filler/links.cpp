// The wall behind the preflight: no document with a picture from outside of itself is stored.
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/drawing/XDrawPageSupplier.hpp>
#include <com/sun/star/drawing/XShapes.hpp>
#include <com/sun/star/text/XTextGraphicObjectsSupplier.hpp>

#include "office/filler/work.hpp"

namespace rapporteur::filler {
namespace {

/// Where the graphic of an object comes from; empty = it is part of the document, or has none.
OUString origin_of(const Reference<css::beans::XPropertySet>& object) {
  const OUString graphic = "Graphic";
  if (!object.is() || !object->getPropertySetInfo()->hasPropertyByName(graphic)) {
    return {};
  }
  const Reference<css::beans::XPropertySet> picture(object->getPropertyValue(graphic), UNO_QUERY);
  const OUString origin = "OriginURL";
  if (!picture.is() || !picture->getPropertySetInfo()->hasPropertyByName(origin)) {
    return {};
  }
  OUString url;
  picture->getPropertyValue(origin) >>= url;
  return url.startsWith("vnd.sun.star.") ? OUString() : url;
}

}  // namespace

std::string link_of(const Document& document) {
  const Reference<css::text::XTextGraphicObjectsSupplier> supplier(document, UNO_QUERY_THROW);
  const Reference<css::container::XNameAccess> graphics = supplier->getGraphicObjects();
  for (const OUString& name : graphics->getElementNames()) {
    const Reference<css::beans::XPropertySet> object(graphics->getByName(name), UNO_QUERY);
    if (const OUString url = origin_of(object); !url.isEmpty()) {
      return from_uno(url);
    }
  }
  const Reference<css::drawing::XDrawPageSupplier> pages(document, UNO_QUERY_THROW);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"  // Writer knows no other way
  const Reference<css::drawing::XShapes> shapes(pages->getDrawPage(), UNO_QUERY_THROW);
#pragma GCC diagnostic pop
  for (sal_Int32 i = 0; i < shapes->getCount(); ++i) {
    const Reference<css::beans::XPropertySet> object(shapes->getByIndex(i), UNO_QUERY);
    if (const OUString url = origin_of(object); !url.isEmpty()) {
      return from_uno(url);
    }
  }
  return {};
}

}  // namespace rapporteur::filler
