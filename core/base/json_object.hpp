// JSON objects that keep the order in which they were filled.
#pragma once

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>

namespace rapporteur {

using JsonObject = Poco::JSON::Object::Ptr;

[[nodiscard]] inline JsonObject new_object() {
  return new Poco::JSON::Object(Poco::JSON_PRESERVE_KEY_ORDER);
}

}  // namespace rapporteur
