# Sourced by the tests of install and package: how they tell what they saw.
# shellcheck shell=bash
checks=0
faults=0

ok() { checks=$((checks + 1)); }
fault() {
  faults=$((faults + 1))
  printf 'FAULT: %s\n' "$1"
}
# holds WHAT COMMAND…: the command succeeds; else what it printed is shown.
holds() {
  local what=$1 printed
  shift
  if printed=$("$@" 2>&1); then
    ok
  else
    fault "$what"
    printf '%s\n' "$printed" | head -n 40
  fi
}
# same WHAT EXPECTED ACTUAL
same() {
  if [ "$2" = "$3" ]; then
    ok
  else
    fault "$1"
    diff <(printf '%s\n' "$2") <(printf '%s\n' "$3") | head -n 40
  fi
}
conclude() {
  printf '%s: %d checks, %d faults\n' "${0##*/}" "$checks" "$faults"
  [ "$faults" = 0 ]
}
# Three documents of the sample, each what its name says.
documents_fine() { # folder
  local file kind count=0
  for file in "$1"/*; do
    count=$((count + 1))
    kind=$(file --brief --mime-type "$file")
    case $file:$kind in
      *.odt:application/vnd.oasis.opendocument.text) ;;
      *.docx:application/vnd.openxmlformats-officedocument.wordprocessingml.document) ;;
      *.pdf:application/pdf) pdftotext "$file" - | grep 'TOTAL\|Total' >/dev/null || { printf '%s: no totals\n' "$file"; return 1; } ;;
      *) printf '%s is %s\n' "$file" "$kind"; return 1 ;;
    esac
  done
  [ "$count" = 3 ] || { printf '%s documents in %s\n' "$count" "$1"; return 1; }
}
