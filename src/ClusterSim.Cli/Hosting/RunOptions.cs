using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ClusterSim.Cli.Storage;

namespace ClusterSim.Cli.Hosting;

/// <summary>Options of every command that runs histories.</summary>
internal sealed class RunOptions
{
    /// <summary>So many histories leave their register of firms unasked: half a megabyte each.</summary>
    public const int MostRegistered = 100;

    public Option<int?> Replications { get; } = Count("--replications", "-r", "Pairs of histories, in every world if there are several; the experiment's own number, or 20, if left out");
    public Option<ulong?> Seed { get; } = new("--seed", "-s") { Description = "Seed of all draws (1 if left out); the same seed gives the same bits", HelpName = "N", CustomParser = ReadSeed };
    public Option<int?> Threads { get; } = Count("--threads", "-j", "Histories run at once; one per processor if left out. Results do not depend on it");
    public Option<string?> Output { get; } = new("--output", "-o") { Description = "The results folder; results/KIND-NAME-HASH if left out", HelpName = "FOLDER" };
    public Option<string[]> Without { get; } = new("--without") { Description = "Compares a scenario with itself less one mechanism (repeatable): --without norms", HelpName = "MECHANISM" };
    public Option<string[]> Set { get; } = new("--set") { Description = "Lays a value over the scenario (repeatable): --set spin-offs.hazard=0.1 --set supply-chain=off", HelpName = "KEY=VALUE" };
    public Option<bool> All { get; } = new("--all") { Description = "Prints every measure, place and date, not only the headline" };
    public Option<bool> Quick { get; } = new("--quick") { Description = "A first look: the size that the experiment states for it, or 10 pairs; -r overrules" };
    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Says what would be run, and the time, memory and disk that it would take" };
    public Option<bool> Force { get; } = new("--force") { Description = "Runs again and replaces results that are there" };
    public Option<bool> Json { get; } = new("--json") { Description = "The rows of comparison.csv as JSON on standard output, instead of the table" };
    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "No progress, no table: only the folder's path" };
    public Option<bool> NoColor { get; } = new("--no-color") { Description = "Plain lines instead of a progress bar, as with NO_COLOR in the environment" };
    public Option<bool> Checked { get; } = new("--checked") { Description = "Checks the accounting identities after every step (slower)" };
    public Option<string?> OnError { get; } = new("--on-error") { Description = "stop (if left out) or continue: what becomes of the rest when a history breaks off; the exit code is 4 either way", HelpName = "stop|continue", CustomParser = ReadOnError };
    public Option<Part?> Shard { get; } = new("--shard") { Description = "Runs part k of K, for many machines: each runs its own, and clustersim collect joins them", HelpName = "k/K", CustomParser = ReadShard };
    public Option<bool> Profile { get; } = new("--profile") { Description = "Says at the end, on standard error, where the time and memory went" };
    public Option<string?> Record { get; } = new("--record") { Description = $"firms or none: registers of firms, deals and events (up to {MostRegistered} histories anyway), and yearly files of firms, regions, moves, flows, wages and spending", HelpName = "WHAT", CustomParser = ReadRecord };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { Replications, Quick, Seed, Threads, Set, Without, Output, Force, Record, DryRun, All, Json, Quiet, NoColor, Checked, OnError, Shard, Profile }) command.Options.Add(option);
    }

    /// <summary>A whole number from 1 to a million.</summary>
    public static Option<int?> Count(string name, string alias, string description) => new(name, alias)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value is >= 1 and <= 1_000_000) return value;
            result.AddError($"{name} {result.Tokens[0].Value}: a whole number from 1 to 1000000 is wanted");
            return null;
        },
    };

    /// <summary>Refuses what looks like an option that does not exist: it would be taken for the name of a file.</summary>
    public static void RefuseOptions(ArgumentResult result)
    {
        foreach (Token token in result.Tokens.Where(token => token.Value.Length > 1 && token.Value[0] == '-'))
            result.AddError($"there is no option {token.Value} here");
    }

    private static ulong? ReadSeed(ArgumentResult result)
    {
        if (ulong.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value)) return value;
        result.AddError($"--seed {result.Tokens[0].Value}: a whole number from 0 to {ulong.MaxValue} is wanted");
        return null;
    }

    private static Part? ReadShard(ArgumentResult result)
    {
        Part? part = Part.Parse(result.Tokens[0].Value);
        if (part is null) result.AddError($"--shard {result.Tokens[0].Value}: a part such as 2/8 is wanted, from 1/8 to 8/8");
        return part;
    }

    private static string? ReadOnError(ArgumentResult result)
    {
        if (result.Tokens[0].Value is "stop" or "continue") return result.Tokens[0].Value;
        result.AddError($"--on-error {result.Tokens[0].Value}: stop or continue is wanted");
        return null;
    }

    private static string? ReadRecord(ArgumentResult result)
    {
        if (result.Tokens[0].Value is "firms" or "none") return result.Tokens[0].Value;
        result.AddError($"--record {result.Tokens[0].Value}: firms or none is wanted");
        return null;
    }
}
