// A document that is closed whatever happens.
#pragma once

#include <com/sun/star/document/MacroExecMode.hpp>
#include <com/sun/star/document/UpdateDocMode.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <string>

#include "office/command.hpp"
#include "office/filler/work.hpp"

namespace rapporteur::filler {

/// Loads hidden, never with macros, without refreshing links. `options` hold the filter's name:
/// without it, random bytes would be loaded as plain text.
class Opened {
 public:
  Opened(const Context& context, const OUString& url, Properties options) {
    options.add("Hidden", true);
    options.add("MacroExecutionMode", css::document::MacroExecMode::NEVER_EXECUTE);
    options.add("UpdateDocMode", css::document::UpdateDocMode::NO_UPDATE);
    component_ = css::frame::Desktop::create(context)->loadComponentFromURL(url, "_blank", 0,
                                                                            options.sequence());
  }
  ~Opened() {
    try {
      const Reference<css::util::XCloseable> closeable(component_, UNO_QUERY);
      if (closeable.is()) {
        closeable->close(true);
      }
    } catch (...) {  // nothing may leave the component; the office is replaced in time
      return;
    }
  }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;

  /// The document as an interface of its kind; null when it could not be loaded, or is another.
  template <class Interface>
  [[nodiscard]] Reference<Interface> as() const {
    return Reference<Interface>(component_, UNO_QUERY);
  }

 private:
  Reference<css::lang::XComponent> component_;
};

/// Runs `work`; what it throws, as words. Empty = done.
template <class Work>
std::string words_of_failure(const Work& work) {
  try {
    work();
    return {};
  } catch (const css::uno::Exception& exception) {
    const std::string words = from_uno(exception.Message);
    return words.empty() ? "an error without words" : words;
  } catch (const std::exception& exception) {
    return exception.what();
  } catch (...) {
    return "an unknown error";
  }
}

}  // namespace rapporteur::filler
