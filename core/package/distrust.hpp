// What every office package from a stranger is asked at the door, whatever kind of document it is:
// shared by templates and workbooks, which say it in words of their own.
#pragma once

#include <string>
#include <string_view>

#include "package/package.hpp"

namespace rapporteur::package {

enum class Refusal { none, not_zip, encrypted, zip_bomb, bad_entry };

/// Reads a package. Office 97 files, and OOXML that a password protects, share one wrapper: both
/// are told apart here. `detail` names the entry to blame, or is empty.
[[nodiscard]] Refusal open(std::string bytes, Package& package, std::string& detail);

/// An entry that holds a program: Basic, scripts, VBA, ActiveX, Excel 4 macros.
[[nodiscard]] bool is_program(std::string_view entry);
/// An entry that is read as XML. A part may be XML whatever its name says: the content types of an
/// OOXML package decide, so what looks like XML is taken as such.
[[nodiscard]] bool is_xml(std::string_view entry, std::string_view bytes);
/// True when a link's target is no part of the package and no place in it.
[[nodiscard]] bool leads_out(std::string_view target);
/// A detail as it can be shown: valid, printable, short; "none" when it is empty.
[[nodiscard]] std::string shown_detail(const std::string& detail);

/// ASCII letters in lower case.
[[nodiscard]] std::string lower(std::string_view text);

}  // namespace rapporteur::package
