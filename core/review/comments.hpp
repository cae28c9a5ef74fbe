// The comments of a DOCX: who said what, answers, what is settled.
#pragma once

#include <map>
#include <string>

#include "review/gatherer.hpp"

namespace rapporteur::review {

/// `numbers` gives the gatherer's number by the id in the text. `part` names what cannot be read.
[[nodiscard]] package::XmlFault read_docx_comments(const package::Package& package,
                                                   Gatherer& gatherer,
                                                   std::map<std::string, std::size_t>& numbers,
                                                   std::string& part);

}  // namespace rapporteur::review
