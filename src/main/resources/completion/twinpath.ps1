# Completion of twinpath for PowerShell. In $PROFILE:  twinpath completion powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName twinpath -ScriptBlock {
    param($typed, $command, $position)

# TABLE

    $path = ''
    $project = $null
    $waiting = $null
    foreach ($element in $command.CommandElements | Select-Object -Skip 1) {
        if ($element.Extent.EndOffset -ge $position) { break }
        $word = $element.Extent.Text.Trim("'", '"')
        $below = $verbs[$path].below -split ' '
        if ($waiting) {
            if ($waiting -ceq '-C' -or $waiting -ceq '--project') { $project = $word }
            $waiting = $null
        } elseif ($word.StartsWith('-')) {
            if ($values.ContainsKey("$path $word")) { $waiting = $word }
        } elseif ($below -ccontains $word) {
            $path = "$path $word".Trim()
        }
    }
    if ($waiting) { $what = $values["$path $waiting"] }
    elseif ($typed.StartsWith('-')) { $what = $verbs[$path].options }
    elseif ($verbs[$path].below) { $what = $verbs[$path].below }
    else { $what = $verbs[$path].argument }
    switch ($what) {
        '@hosts' { $kind = 'hosts' }
        '@addresses' { $kind = 'addresses' }
        '@files' { return }
        '@folders' { return }
        default { $kind = $null }
    }
    if ($kind -and $project) { $candidates = twinpath -C $project names $kind 2>$null }
    elseif ($kind) { $candidates = twinpath names $kind 2>$null }
    else { $candidates = $what -split ' ' }
    $candidates | Where-Object { $_ -and $_.StartsWith($typed) } | ForEach-Object {
        $text = if ($_.Contains(' ')) { "'$_'" } else { $_ }
        [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
    }
}
