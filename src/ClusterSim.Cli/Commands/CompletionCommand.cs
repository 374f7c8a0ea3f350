using System.CommandLine;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Cli.Commands;

/// <summary><c>completion</c>: a script with which a shell completes commands, options and names. It asks the program itself, through the
/// directive <c>[suggest]</c>, so that it never grows old.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = """
            # ClusterSim for bash. For good: clustersim completion bash >> ~/.bashrc
            _clustersim() {
              local line=${COMP_LINE:0:COMP_POINT} word=${COMP_WORDS[COMP_CWORD]} names IFS=$'\n'
              line=${line#"${COMP_WORDS[0]}"}
              line=${line#"${line%%[![:space:]]*}"}
              names=$("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null | grep -v -e '^/' -e '^-[^-]')
              [ -n "$word" ] || names=$(grep -v '^-' <<<"$names")
              COMPREPLY=($(compgen -W "$names" -- "$word"))
            }
            complete -o bashdefault -o default -F _clustersim clustersim ./clustersim
            """,
        ["zsh"] = """
            #compdef clustersim
            # ClusterSim for zsh. For good: clustersim completion zsh >> ~/.zshrc (after compinit)
            _clustersim() {
              local line="${words[2,CURRENT]}"
              local -a names
              names=("${(@f)$(${words[1]} "[suggest:${#line}]" "$line" 2>/dev/null | grep -v -e '^/' -e '^-[^-]')}")
              [[ -n "${words[CURRENT]}" ]] || names=("${(@)names:#-*}")
              compadd -- ${names:#} || _files
            }
            compdef _clustersim clustersim
            """,
        ["fish"] = """
            # ClusterSim for fish. For good: clustersim completion fish > ~/.config/fish/completions/clustersim.fish
            function __clustersim_names
                set -l line (commandline -cp | string replace -r '^\s*\S+\s*' '')
                clustersim "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | string match -rv '^(/|-[^-])'
            end
            complete -c clustersim -a '(__clustersim_names)'
            """,
        ["pwsh"] = """
            # ClusterSim for PowerShell. For good: clustersim completion pwsh >> $PROFILE
            Register-ArgumentCompleter -Native -CommandName clustersim -ScriptBlock {
                param($word, $command, $cursor)
                $line = $command.ToString().PadRight($cursor - $command.Extent.StartOffset) -replace '^\S+\s*', ''
                clustersim "[suggest:$($line.Length)]" "$line" 2>$null |
                    Where-Object { $_ -notmatch '^(/|-[^-])' -and $_ -like "$word*" } |
                    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }
            """,
    };

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "The shell that is to complete", HelpName = string.Join('|', Scripts.Keys) };
        shell.CompletionSources.Add([.. Scripts.Keys]);
        shell.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string word }] && !Scripts.ContainsKey(word)) result.AddError($"there is no script for {word}{Nearest.Hint(word, Scripts.Keys)}");
        });
        var command = new ExplainedCommand("completion", "Prints a script that lets a shell complete commands, options, names and built-in scenarios",
            "source <(clustersim completion bash)                 for this session",
            "clustersim completion bash >> ~/.bashrc              for good",
            "clustersim completion pwsh | Out-String | Invoke-Expression") { shell };
        command.SetAction(parsed =>
        {
            Console.Out.WriteLine(Scripts[parsed.GetValue(shell)!]);
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>True for the question of a completion script, which is no command line that could be wrong.</summary>
    public static bool IsAsked(string[] arguments) => arguments[0].StartsWith("[suggest", StringComparison.Ordinal);
}
