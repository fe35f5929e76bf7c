# Completion of twinpath for fish. As ~/.config/fish/completions/twinpath.fish, or:  twinpath completion fish | source

# TABLE

function __twinpath_names
    if test -n "$argv[2]"
        twinpath -C $argv[2] names $argv[1] 2>/dev/null
    else
        twinpath names $argv[1] 2>/dev/null
    end
end

# One of the lists, or words with blanks between. $argv: what, the word that is typed, the project
function __twinpath_offer
    switch "$argv[1]"
        case @hosts
            set -l part (string match -r '^.*[:!&]' -- $argv[2])
            __twinpath_names hosts $argv[3] | string replace -r '^' -- "$part"
        case @addresses
            __twinpath_names addresses $argv[3]
        case @files
            __fish_complete_path $argv[2]
        case @folders
            __fish_complete_directories $argv[2]
        case '*=*'
            if string match -q '*=*' -- $argv[2]
                set -l part (string match -r '^[^=]*=' -- $argv[2])
                __fish_complete_path (string replace -r '^[^=]*=' '' -- $argv[2]) | string replace -r '^' -- "$part"
            else
                string split ' ' -- $argv[1]
            end
        case '*'
            string split -n ' ' -- $argv[1]
    end
end

function __twinpath_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l path ''
    set -l project ''
    set -l waiting ''
    set -l table (__twinpath_verb '')
    for word in $words[2..-1]
        if test -n "$waiting"
            contains -- $waiting -C --project; and set project $word
            set waiting ''
        else if string match -q -- '-*' $word
            __twinpath_value "$path $word" >/dev/null; and set waiting $word
        else if string match -q -- "below"\t"$word"\t'*' $table
            set path (string trim -- "$path $word")
            set table (__twinpath_verb "$path")
        end
    end
    if test -n "$waiting"
        __twinpath_offer (__twinpath_value "$path $waiting") "$typed" "$project"
    else if string match -q -- '-*' "$typed"
        string replace -f -r '^option\t' '' -- $table
    else if string match -q -- "below"\t'*' $table
        string replace -f -r '^below\t' '' -- $table
    else
        __twinpath_offer (string replace -f -r '^argument\t' '' -- $table) "$typed" "$project"
    end
end

complete -c twinpath -f -a '(__twinpath_complete)'
