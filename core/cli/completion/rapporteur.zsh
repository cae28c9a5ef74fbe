#compdef rapporteur
# zsh completion for rapporteur: asks the program itself what may stand at the cursor.
# As a file named _rapporteur in a folder of $fpath, or in ~/.zshrc after compinit:
#   source <(rapporteur completion zsh)
_rapporteur() {
  local line
  local -a candidates
  for line in ${(f)"$(${(Q)words[1]} complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)"}; do
    case $line in
      :files) _files ;;
      :folders) _files -/ ;;
      *) candidates+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}") ;;
    esac
  done
  (( ! $#candidates )) || _describe rapporteur candidates
}
if [[ $funcstack[1] = _rapporteur ]]; then
  _rapporteur "$@"
else
  compdef _rapporteur rapporteur
fi
