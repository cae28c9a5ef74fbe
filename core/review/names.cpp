#include "review/review.hpp"

namespace rapporteur::review {

std::string_view name_of(RemarkKind kind) {
  switch (kind) {
    case RemarkKind::comment:
      return "comment";
    case RemarkKind::insertion:
      return "insertion";
    case RemarkKind::deletion:
      return "deletion";
    case RemarkKind::replacement:
      return "replacement";
    case RemarkKind::move:
      break;
  }
  return "move";
}

std::string_view name_of(Source source) {
  switch (source) {
    case Source::cell:
      return "cell";
    case Source::text:
      return "text";
    case Source::computed:
      return "computed";
    case Source::words:
      return "words";
    case Source::format:
      return "format";
    case Source::drawn:
      return "template";
    case Source::unknown:
      break;
  }
  return "unknown";
}

}  // namespace rapporteur::review
