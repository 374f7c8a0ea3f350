using System.CommandLine;

namespace ClusterSim.Cli.Hosting;

/// <summary>Options of every command that runs histories.</summary>
internal sealed class RunOptions
{
    public Option<int?> Replications { get; } = new("--replications", "-r") { Description = "Pairs of histories; the experiment's own number, or 20, if left out" };
    public Option<ulong?> Seed { get; } = new("--seed", "-s") { Description = "Seed of all draws (1 if left out); the same seed gives the same bits" };
    public Option<int?> Threads { get; } = new("--threads", "-j") { Description = "Histories run at once; one per processor if left out. Results do not depend on it" };
    public Option<string?> Output { get; } = new("--output", "-o") { Description = "The results folder; results/KIND-NAME-HASH if left out" };
    public Option<string[]> Set { get; } = new("--set") { Description = "Lays a value over the scenario: --set spin-offs.hazard=0.1 (repeatable)" };
    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Says what would be run and how long it would take" };
    public Option<bool> Force { get; } = new("--force") { Description = "Runs again and replaces results that are there" };
    public Option<bool> Json { get; } = new("--json") { Description = "The comparison as JSON on standard output" };
    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "No progress, no table: only the folder's path" };
    public Option<bool> Checked { get; } = new("--checked") { Description = "Checks the accounting identities after every step (slower)" };
    public Option<string?> Record { get; } = new("--record") { Description = "firms: also writes firms.csv, deals.csv and events.csv" };

    public RunOptions()
    {
        Record.AcceptOnlyFromAmong("firms");
        Replications.Validators.Add(result => Positive(result, Replications));
        Threads.Validators.Add(result => Positive(result, Threads));
    }

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { Replications, Seed, Threads, Output, Set, DryRun, Force, Json, Quiet, Checked, Record }) command.Options.Add(option);
    }

    private static void Positive(System.CommandLine.Parsing.OptionResult result, Option<int?> option)
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int value) && value is < 1 or > 1_000_000)
            result.AddError($"{option.Name} {value}: allowed 1..1000000");
    }
}
