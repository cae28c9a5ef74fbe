# Sourced by cases that need a format of their own: a copy of national-budget named `mine`.
# shellcheck shell=bash

# It also corrects the sample's wrong row, so that only the case's own fault is told.
own_format() {
  sed -i 's/95\.000\.000/90.000.000/; s/500\.000\.000/495.000.000/; s/1\.276\.000\.000/1.271.000.000/' \
    plan/tables/*.csv
  mkdir -p plugins templates
  cp -r "$ROOT/plugins/national-budget" plugins/mine
  cp -r "$ROOT/templates/national-budget" templates/mine
  sed -i 's/id = "national-budget"/id = "mine"/' plugins/mine/plugin.lua
  rm -rf templates/mine/source plugins/mine/tests
}

# Applies a sed script to one part of a zip: edit_part templates/mine/x.odt content.xml 's/a/b/'
edit_part() {
  mkdir part && (cd part && unzip -q "../$1" && sed -i "$3" "$2" && zip -q -X "../$1" "$2")
  rm -r part
}

# Adds a file with a text to a zip: add_part templates/mine/x.odt Basic/script.xml '<x/>'
add_part() {
  mkdir part
  (cd part && mkdir -p "$(dirname "$2")" && printf '%s' "$3" >"$2" && zip -q -X "../$1" "$2")
  rm -r part
}

# Builds with it and tells the exit code and whatever was written.
build_mine() {
  rapporteur build plan --format mine --plugins plugins --templates templates --lang fr --to odt \
    --out out "$@"
  printf 'status %s\n' $?
  find out -type f 2>/dev/null
  true
}

# A format that extends another: extending FOLDER BASE, with more fields of plugin.lua on standard input.
extending() {
  mkdir -p "$1"
  printf 'return {\n  id = "%s",\n  version = "1",\n  api = 1,\n  extends = "%s",\n' "$(basename "$1")" "$2" >"$1/plugin.lua"
  cat >>"$1/plugin.lua"
  printf '}\n' >>"$1/plugin.lua"
}
