# bash completion for rapporteur: asks the program itself what may stand at the cursor.
# In ~/.bashrc: source <(rapporteur completion bash)
_rapporteur() {
  local current=${COMP_WORDS[COMP_CWORD]} line
  [ "$current" != = ] || current='' # bash makes three words of --option=value
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        ;;
      :folders)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -d -- "$current")
        ;;
      *) COMPREPLY+=("${line%%$'\t'*}") ;;
    esac
  done < <("$1" complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _rapporteur rapporteur
