# What tests/docs/run does with one block of a manual. Set by it: root, work, manual, place, accept.
# shellcheck shell=bash disable=SC2154

fault() { # message, details
  faults=$((faults + 1))
  printf '%s: %s\n' "$place" "$1"
  [ -z "${2-}" ] || printf '%s\n' "$2" | sed 's/^/    /'
}

trimmed() { sed 's/[[:space:]]*$//'; }

# Is $2 what $1 shows? An ellipsis stands for anything, alone on its line for any lines.
is_shown() {
  local pattern=$1 sign
  for sign in \\ '*' '?' '[' ']' '('; do
    pattern=${pattern//"$sign"/"\\$sign"}
  done
  pattern=$'\n'$pattern$'\n'
  pattern=${pattern//$'\n…\n'/$'\n*'}
  pattern=${pattern//…/*}
  # shellcheck disable=SC2053 # it is a pattern
  [[ $'\n'$2$'\n' == $pattern ]]
}

# run_command COMMAND EXPECTED STATUS: appends to `shown` what the manual shows of it.
run_command() {
  local command=$1 expected=$2 actual status
  actual=$(cd "$work" && bash -o pipefail -c "$command" 2>&1 </dev/null)
  status=$?
  actual=$(printf "%s" "${actual//"$root"/\$RAPPORTEUR}" | trimmed)
  if [ "$status" != "$3" ]; then
    fault "exit code $status, not $3: $command" "$actual"
  elif [ -n "$expected" ] && ! is_shown "$expected" "$actual"; then
    if [ "$accept" = yes ]; then
      expected=$actual
    else
      fault "another output: $command" "$(diff -u <(printf '%s\n' "$expected") <(printf '%s\n' "$actual"))"
    fi
  fi
  [ -z "$expected" ] || mapfile -t -O ${#shown[@]} shown <<<"$expected"
}

run_console() { # status of the last command, lines…
  local status=$1 line command='' expected='' is_open=no
  shift
  for line in "$@"; do
    if [ $is_open = yes ]; then
      command+=$'\n'$line
      shown+=("$line")
    elif [[ $line == '$ '* ]]; then
      [ -z "$command" ] || run_command "$command" "$expected" 0
      command=${line#'$ '} expected=''
      shown+=("$line")
    else
      expected+=${expected:+$'\n'}$line
      continue
    fi
    is_open=no
    [[ $line != *\\ ]] || is_open=yes
  done
  if [ -z "$command" ]; then
    fault "no line begins with a dollar sign and a space"
  else
    run_command "$command" "$expected" "$status"
  fi
}

# A command that goes on until it is stopped: what it prints, then its page.
run_background() {
  local command=${1#'$ '} expected log=$work.home/background tries=0 process address
  shown=("$@")
  shift
  expected=$(printf '%s\n' "$@")
  : >"$log" # read before the command begins
  (cd "$work" && exec bash -c "exec $command") >"$log" 2>&1 </dev/null &
  process=$!
  until is_shown "$expected" "$(trimmed <"$log")" || [ $tries = 300 ]; do
    sleep 0.2
    tries=$((tries + 1))
  done
  address=$(grep -o 'http://[^ ]*' "$log" | head -n 1)
  if [ $tries = 300 ]; then
    fault "not what it prints: $command" "$(cat "$log")"
  elif ! curl --silent --fail --max-time 60 --output /dev/null "$address"; then
    fault "no answer from the address '$address': $command"
  fi
  kill "$process"
  wait "$process"
}

# Do the lines $2 stand in the file $1, one after the other?
holds() {
  local text
  text=$'\n'$(trimmed <"$1")$'\n'
  [[ $text == *$'\n'"$2"$'\n'* ]]
}

run_block() { # words behind the fence, lines…
  local info=$1 path
  shift
  shown=("$@")
  case " $info " in
    *' skip='?*) ;;
    *' console background '*) run_background "$@" ;;
    *' console run exit='*)
      shown=()
      run_console "${info##*exit=}" "$@"
      ;;
    *' console run '*)
      shown=()
      run_console 0 "$@"
      ;;
    *' file='*)
      path=$work/${info##*file=}
      mkdir -p "$(dirname "$path")"
      printf '%s\n' "$@" >"$path"
      ;;
    *' add='*) printf '%s\n' "$@" >>"$work/${info##*add=}" ;;
    *' part='*)
      path=$work/${info##*part=}
      if [ ! -f "$path" ]; then
        fault "there is no file ${info##*part=}"
      elif ! holds "$path" "$(printf '%s\n' "$@" | trimmed)"; then
        fault "these lines do not stand in ${info##*part=}" "$(printf '%s\n' "$@")"
      fi
      ;;
    *) fault "this block is not tried: '$info' (see tests/docs/run)" ;;
  esac
}

# Does each file that the manual links to exist?
check_links() {
  local link
  place=$manual
  while IFS= read -r link; do
    [ -e "$root/$(dirname "$manual")/$link" ] || fault "there is no $link, which it links to"
  done < <(grep -o '](\([^)#: ]*\)[)#]' "$root/$manual" | sed 's/^](//; s/[)#]$//; /^$/d' | sort -u)
}
