// How the index page looks, on screen and on paper. Contrasts are at least 4.5 : 1.
#pragma once

namespace rapporteur::summary {

inline constexpr const char* page_style = R"css(
:root { color-scheme: light; }
body { font: 16px/1.45 "Carlito", "Calibri", "Segoe UI", sans-serif; color: #1c2733;
  background: #f5f6f7; margin: 0; }
header, main { max-width: 70rem; margin: 0 auto; padding: 1rem 1.5rem; }
h1 { font-size: 1.7rem; margin: .5rem 0; }
h2 { font-size: 1.25rem; margin: 0; }
section { background: #fff; border: 1px solid #d5dae0; border-radius: 6px; margin: 0 0 1.5rem;
  padding: 1rem 1.25rem; }
.folder, .place, .more { color: #55616e; font-size: .9rem; }
.folder { margin: 0 0 .75rem; }
ul { margin: 0; padding: 0; list-style: none; }
.counts { display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0;
  border-bottom: 1px solid #e4e8ec; }
thead th { font-size: .85rem; color: #55616e; font-weight: 600; }
tbody th { font-weight: 600; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums;
  padding-right: 0; }
thead th:last-child { text-align: right; padding-right: 0; }
.documents li { white-space: nowrap; }
.picture { width: 6rem; }
.picture img { max-width: 5.5rem; max-height: 7rem; border: 1px solid #c3cad2; display: block; }
a { color: #0b5394; }
a:focus-visible, summary:focus-visible { outline: 3px solid #f0a020; outline-offset: 2px; }
.state { border-radius: 4px; padding: .05rem .45rem; font-size: .9rem; white-space: nowrap; }
.built, .restored { background: #dff1e3; color: #14532d; }
.current { background: #e6ebf0; color: #33404d; }
.failed { background: #fbe0de; color: #8a1c14; }
.stopped { background: #fdf0d0; color: #6b4700; }
details { margin-top: .6rem; font-weight: 400; }
summary { cursor: pointer; color: #33404d; font-size: .95rem; }
.findings li { border-left: 3px solid #9aa5b1; margin: .6rem 0; padding-left: .7rem;
  font-size: .95rem; overflow-wrap: anywhere; }
.findings .error { border-color: #b3261e; }
.findings .warning { border-color: #b07a00; }
code { font-family: "DejaVu Sans Mono", monospace; font-size: .85em; }
@media print {
  body { background: #fff; font-size: 10pt; }
  section { border: 0; padding: 0; }
  tr, .findings li { break-inside: avoid; }
  h2, .folder { break-after: avoid; }
}
)css";

}  // namespace rapporteur::summary
