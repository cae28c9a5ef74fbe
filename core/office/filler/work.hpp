// The steps of a job inside the office, in their order. All run on the office's main thread.
#pragma once

#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include "office/filler/notes.hpp"
#include "office/filler/uno.hpp"
#include "office/job.hpp"

namespace rapporteur::filler {

using Context = Reference<css::uno::XComponentContext>;
using Document = Reference<css::text::XTextDocument>;

/// Load, fill, settle, refresh, store, close. Never throws: errors are in the outcome.
[[nodiscard]] office::Outcome run(const Context& context, const office::Job& job);

/// The address of a picture that is no part of the document; empty when there is none. The
/// preflight lets no such document come here.
[[nodiscard]] std::string link_of(const Document& document);
/// Title, author, subject and dates; the document's language; nothing of the machine.
void set_properties(const Document& document, const office::Job& job);
/// Fields that show the clock or the file's name show the job's instead.
void freeze_fields(const Document& document, const office::Job& job);

/// Puts every fill at its tokens: body, tables, headers, footers, notes, text boxes.
void fill(const Document& document, const office::Job& job, office::Outcome& outcome);
/// Tokens in this text and in the tables inside it, found by walking: for the texts that the search
/// does not see while they are not laid out. Last first in each paragraph.
[[nodiscard]] std::vector<Reference<css::text::XTextRange>> tokens_in(
    const Reference<css::text::XText>& text);
/// Moves by any number of steps; one call of UNO takes 16 bits of them.
void go_right(const Reference<css::text::XTextCursor>& cursor, sal_Int32 count, bool select);
/// Headers, footers, foot- and endnotes, text frames: every text beside the body.
[[nodiscard]] std::vector<Reference<css::text::XText>> texts_beside(const Document& document);

/// Runs in place of `letter`, one letter that holds the place and its look: at the very start of a
/// paragraph the look of what follows would spread to what is inserted before it. This and the next
/// two give back a place at or before what they set, to search on from.
Reference<css::text::XTextRange> insert_runs(const Reference<css::text::XTextRange>& letter,
                                             const std::vector<Run>& runs, Notes& notes);
/// A comment at `place`, where it can have one: headers, footers and notes take none. Gives back
/// where it begins.
Reference<css::text::XTextRange> set_comment(const Document& document,
                                             const Reference<css::text::XText>& text,
                                             const Reference<css::text::XTextRange>& place,
                                             const std::string& words);
/// `value` in place of a token, in the look of the token's first letter: what is put at a seam
/// takes the look of what stands before it, so the value goes behind that letter, which goes last.
/// Gives back the place before it.
Reference<css::text::XTextRange> replace(const Reference<css::text::XTextRange>& token,
                                         const OUString& value);
/// One inline block with looks, links or notes, in place of `range`.
Reference<css::text::XTextRange> fill_rich(const Reference<css::text::XTextRange>& range,
                                           const Block& block, Notes& notes);
/// Blocks in place of the paragraph around `range`.
Reference<css::text::XTextRange> fill_blocks(const Document& document,
                                             const Reference<css::text::XTextRange>& range,
                                             const std::vector<Block>& blocks, Notes& notes);

/// Gives each part of a long table (base/long_table.hpp) the rows that fill its pages.
void settle_parts(const Document& document);
/// Updates indexes and fields until page numbers stand still.
void refresh(const Document& document, office::Outcome& outcome);
/// Pages and text of the sections that the job asks for; their bookmarks go.
void measure(const Document& document, const office::Job& job, office::Outcome& outcome);
/// ODT, DOCX, PDF in that order; each only if the job wants it.
void store(const Document& document, const office::Job& job);

}  // namespace rapporteur::filler
