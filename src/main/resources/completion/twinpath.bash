# Completion of twinpath for bash. In ~/.bashrc:  source <(twinpath completion bash)

# TABLE

# Adds what begins with the word that is typed; "part" is in front of it and stays.
_twinpath_add() {
    local candidate
    while IFS= read -r candidate; do
        if [[ -n $candidate && $part$candidate == "$typed"* ]]; then
            COMPREPLY+=("$part$candidate")
        fi
    done
}

_twinpath_names() {
    twinpath ${project:+-C "$project"} names "$1" 2>/dev/null
}

_twinpath_files() {
    compopt -o filenames 2>/dev/null
    while IFS= read -r candidate; do
        COMPREPLY+=("$part$candidate")
    done < <(compgen "$1" -- "${typed#"$part"}")
}

# One of the lists, or words with blanks between.
_twinpath_offer() {
    local candidate
    case $1 in
    @hosts)
        part=${typed%"${typed##*[:!&]}"}
        _twinpath_add < <(_twinpath_names hosts) ;;
    @addresses) _twinpath_add < <(_twinpath_names addresses) ;;
    @files) _twinpath_files -f ;;
    @folders) _twinpath_files -d ;;
    *=*)
        if [[ $typed == *=* ]]; then
            part=${typed%%=*}=
            _twinpath_files -f
        else
            compopt -o nospace 2>/dev/null
            _twinpath_add < <(printf '%s\n' $1)
        fi ;;
    *) _twinpath_add < <(printf '%s\n' $1) ;;
    esac
}

_twinpath() {
    local line=${COMP_LINE:0:COMP_POINT} typed='' part='' path='' project='' waiting='' arguments=0
    local below='' flags='' argument='' value='' word i
    local -a words
    COMPREPLY=()
    # Without -r on purpose: an escaped blank belongs to its word.
    read -a words <<<"$line"
    if [[ $line != *[[:space:]] || $line == *\\[[:space:]] ]]; then
        typed=${words[${#words[@]} - 1]}
        [[ $line == *\\[[:space:]] ]] && typed+=' '
        unset "words[$((${#words[@]} - 1))]"
    fi
    _twinpath_verb ''
    for word in "${words[@]:1}"; do
        if [[ -n $waiting ]]; then
            [[ $waiting == -C || $waiting == --project ]] && project=$word
            waiting=''
        elif [[ $word == -* ]]; then
            _twinpath_value "$path $word" && waiting=$word
        elif [[ " $below " == *" $word "* ]]; then
            path=${path:+$path }$word
            _twinpath_verb "$path"
        else
            arguments=$((arguments + 1))
        fi
    done
    if [[ -n $waiting ]]; then
        _twinpath_value "$path $waiting"
        _twinpath_offer "$value"
    elif [[ $typed == --*=* ]] && _twinpath_value "$path ${typed%%=*}"; then
        word=${typed%%=*}=
        typed=${typed#"$word"}
        _twinpath_offer "$value"
        typed=$word$typed
        for i in "${!COMPREPLY[@]}"; do
            COMPREPLY[i]=$word${COMPREPLY[i]}
        done
    elif [[ $typed == -* ]]; then
        _twinpath_offer "$flags"
    elif [[ -n $below ]]; then
        _twinpath_offer "$below"
    else
        _twinpath_offer "$argument"
    fi
    # Readline takes a colon and an equals sign for the end of a word: only what is behind the last is put in.
    part=''
    local breaks=''
    [[ $COMP_WORDBREAKS == *:* ]] && breaks+=:
    [[ $COMP_WORDBREAKS == *=* ]] && breaks+==
    [[ -n $breaks ]] && part=${typed%"${typed##*[$breaks]}"}
    local quoted
    for i in "${!COMPREPLY[@]}"; do
        quoted=${COMPREPLY[i]#"$part"}
        if [[ $quoted == *[[:space:]]* ]]; then
            printf -v quoted '%q' "$quoted"
        fi
        COMPREPLY[i]=$quoted
    done
}

complete -F _twinpath twinpath
