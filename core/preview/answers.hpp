// What the server answers to a welcome request.
#pragma once

#include <string>
#include <string_view>

#include "preview/session.hpp"

namespace rapporteur::preview {

struct Answer {
  int status = 200;
  std::string type = "text/plain; charset=utf-8";
  std::string body;
  std::string download;      ///< name of the file when it is to be saved, not shown
  bool is_for_good = false;  ///< its address will never mean anything else
};

/// Reads: `what` is what stands behind the token, without the query: "pages/3/12/96.png",
/// "pages/3/12.txt", "documents/3.pdf", "figures/3", "excerpts/17", "files/0", "page.css".
/// Everything is found by numbers or by the names of embedded files; no part of an address ever
/// becomes a path. 404 for what is not there (any more).
[[nodiscard]] Answer answer_read(const Session& session, std::string_view what,
                                 std::string_view language);

/// Orders: "choice" with {"format", "language"}, "build". 204 when taken, 400 when not understood.
[[nodiscard]] Answer answer_order(Session& session, std::string_view what, std::string_view body);

}  // namespace rapporteur::preview
