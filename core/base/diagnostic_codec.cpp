#include "base/diagnostic_codec.hpp"

#include <algorithm>
#include <utility>

#include "base/messages.hpp"
#include "base/origin_codec.hpp"
#include "base/wire.hpp"

namespace rapporteur {
namespace {

void write(wire::Writer& out, const Arguments& args) {
  out.integer(static_cast<std::int64_t>(args.size()));
  for (const auto& [name, value] : args) {
    out.string(name);
    const auto* const text = std::get_if<std::string>(&value);
    out.boolean(text != nullptr);
    if (text != nullptr) {
      out.string(*text);
    } else {
      out.integer(std::get<std::int64_t>(value));
    }
  }
}

void write(wire::Writer& out, const Diagnostic& diagnostic) {
  out.string(diagnostic.id);
  wire::write(out, diagnostic.origin);
  write(out, diagnostic.args);
  out.integer(static_cast<std::int64_t>(diagnostic.related.size()));
  for (const Related& related : diagnostic.related) {
    out.string(related.key);
    write(out, related.args);
    wire::write(out, related.origin);
  }
  out.string(diagnostic.suggestion);
  const auto* const severity = std::get_if<Severity>(&diagnostic.severity_override);
  out.integer(severity == nullptr ? -1 : static_cast<std::int64_t>(*severity));
}

Arguments arguments(wire::Reader& in) {
  Arguments args;
  const std::size_t count = in.count();
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    std::string name = in.string();
    Argument value = in.boolean() ? Argument(in.string()) : Argument(in.integer());
    args.emplace_back(std::move(name), std::move(value));
  }
  return args;
}

Diagnostic diagnostic(wire::Reader& in) {
  Diagnostic result;
  result.id = in.string();
  result.origin = wire::read_origin(in);
  result.args = arguments(in);
  const std::size_t count = in.count();
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    Related& related = result.related.emplace_back();
    related.key = in.string();
    related.args = arguments(in);
    related.origin = wire::read_origin(in);
  }
  result.suggestion = in.string();
  const std::int64_t severity = in.integer();
  if (severity >= 0 && severity <= static_cast<std::int64_t>(Severity::error)) {
    result.severity_override = static_cast<Severity>(severity);
  }
  return result;
}

}  // namespace

std::string encode(const Diagnostics& diagnostics) {
  wire::Writer out;
  out.integer(static_cast<std::int64_t>(diagnostics.all().size()));
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    write(out, diagnostic);
  }
  return out.take();
}

std::optional<Diagnostics> decode_diagnostics(std::string_view bytes) {
  static const std::vector<std::string> ids = message_ids();
  wire::Reader in(bytes);
  Diagnostics diagnostics;
  const std::size_t count = in.count();
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    Diagnostic read = diagnostic(in);
    if (!std::ranges::binary_search(ids, read.id)) {
      return std::nullopt;
    }
    diagnostics.add(std::move(read));
  }
  return in.ok() && in.at_end() ? std::optional(std::move(diagnostics)) : std::nullopt;
}

}  // namespace rapporteur
