#compdef twinpath
# Completion of twinpath for zsh. As a file _twinpath in a folder of $fpath, or:  source <(twinpath completion zsh)

# TABLE

_twinpath_names() {
    twinpath ${project:+-C} $project names $1 2>/dev/null
}

# One of the lists, or words with blanks between.
_twinpath_offer() {
    local -a candidates
    case $1 in
    @hosts)
        compset -P '*[:!&]'
        candidates=(${(f)"$(_twinpath_names hosts)"})
        compadd -a candidates ;;
    @addresses)
        candidates=(${(f)"$(_twinpath_names addresses)"})
        compadd -a candidates ;;
    @files) _files ;;
    @folders) _files -/ ;;
    *=*)
        if compset -P '*='; then
            _files
        else
            candidates=(${=1})
            compadd -S '' -a candidates
        fi ;;
    *)
        candidates=(${=1})
        compadd -a candidates ;;
    esac
}

_twinpath() {
    local typed=${words[CURRENT]} verbs='' project='' waiting='' below='' flags='' argument='' value='' word
    _twinpath_verb ''
    for word in "${(@Q)words[2,CURRENT-1]}"; do
        if [[ -n $waiting ]]; then
            [[ $waiting == -C || $waiting == --project ]] && project=$word
            waiting=''
        elif [[ $word == -* ]]; then
            _twinpath_value "$verbs $word" && waiting=$word
        elif [[ " $below " == *" $word "* ]]; then
            verbs=${verbs:+$verbs }$word
            _twinpath_verb "$verbs"
        fi
    done
    if [[ -n $waiting ]]; then
        _twinpath_value "$verbs $waiting"
        _twinpath_offer "$value"
    elif [[ $typed == --*=* ]] && _twinpath_value "$verbs ${typed%%=*}"; then
        compset -P '--[a-z-]#='
        _twinpath_offer "$value"
    elif [[ $typed == -* ]]; then
        _twinpath_offer "$flags"
    elif [[ -n $below ]]; then
        _twinpath_offer "$below"
    else
        _twinpath_offer "$argument"
    fi
}

if [[ ${funcstack[1]-} == _twinpath ]]; then
    _twinpath "$@"
else
    compdef _twinpath twinpath
fi
