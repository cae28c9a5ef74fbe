#include "build/told.hpp"

#include "base/diagnostic_codec.hpp"
#include "base/wire.hpp"

namespace rapporteur::build {

std::string encode(const Told& told) {
  wire::Writer out;
  out.string(encode(told.outcome));
  out.string(encode(told.found));
  return out.take();
}

std::optional<Told> decode_told(std::string_view bytes) {
  wire::Reader in(bytes);
  auto outcome = office::decode_outcome(in.string());
  auto found = decode_diagnostics(in.string());
  if (!outcome || !found || !in.ok() || !in.at_end()) {
    return std::nullopt;
  }
  return Told{std::move(*outcome), std::move(*found)};
}

}  // namespace rapporteur::build
