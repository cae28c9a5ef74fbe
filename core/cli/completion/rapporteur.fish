# fish completion for rapporteur: asks the program itself what may stand at the cursor.
# In ~/.config/fish/config.fish: rapporteur completion fish | source
function __rapporteur_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in ($words[1] complete -- $words[2..] "$current" 2>/dev/null)
        switch $line
            case ':files'
                __fish_complete_path "$current"
            case ':folders'
                __fish_complete_directories "$current"
            case '*'
                echo $line
        end
    end
end
complete -c rapporteur -f -a '(__rapporteur_complete)'
