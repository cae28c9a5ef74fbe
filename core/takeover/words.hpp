// Labels and instructions of forms in words: French, English, Spanish.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::takeover {

/// Words that carry meaning, without accents, articles and plural endings: "Titre du projet :" ->
/// titre, projet. Numbers stay.
[[nodiscard]] std::vector<std::string> tokens(std::string_view text);

/// A label as it is shown: no marks, no gap, no number before it, no colon behind it, one line.
[[nodiscard]] std::string clean_label(std::string_view text);

/// The same as a name in tags and files: "titre-du-projet"; "field" when nothing is left.
[[nodiscard]] std::string slug(std::string_view label, std::size_t most_words = 5);

/// Before a gap or at the end of a label; narrow blanks and an asterisk behind it are passed over.
[[nodiscard]] bool ends_with_colon(std::string_view text);

/// What stands in brackets asks the reader to type: "insert the date", "à compléter".
[[nodiscard]] bool asks_for_input(std::string_view inner);

/// The text asks for an answer: a question, or it tells the writer what to do ("Please describe …",
/// "Décrivez …", "maximum 2 pages").
[[nodiscard]] bool is_prompt(std::string_view text);

/// Signatures, contacts: what is asked there is about people.
[[nodiscard]] bool is_personal(std::string_view text);

/// "Budget (EUR)", "Montant en F CFA": the form fixes a currency, which need not be the plan's.
[[nodiscard]] bool names_currency(std::string_view label);

/// "For agency use only", "Réservé à l’administration".
[[nodiscard]] bool is_reserved(std::string_view text);

}  // namespace rapporteur::takeover
