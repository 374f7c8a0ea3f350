using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClusterSim.Experiments.Running;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>The keys of a study's histories. A history has the same key in every experiment that holds it: its key is a hash of
/// what decides it, which its name and its neighbours do not.</summary>
/// <param name="version">Of the model.</param>
public sealed class RunKeys(Study study, string version)
{
    private readonly Dictionary<(int World, int Arm), string> _scenarios = [];

    /// <param name="arm">-1 = the baseline.</param>
    public string Of(int arm, int pair) => Of(Scenario(study.WorldOf(pair), arm), study.Seed, study.DrawsOf(pair), version);

    /// <summary>Sixteen hexadecimal digits.</summary>
    /// <param name="scenario">With every value written, or a hash of it.</param>
    /// <param name="replication">Under whose draws the history is lived.</param>
    public static string Of(string scenario, ulong seed, int replication, string version) =>
        Hash(string.Create(CultureInfo.InvariantCulture, $"{version} {seed} {replication}\n{scenario}"))[..16];

    /// <summary>Hashes are kept, since the text of a scenario is long and most pairs share theirs.</summary>
    private string Scenario(int world, int arm)
    {
        if (_scenarios.TryGetValue((world, arm), out string? known)) return known;
        IReadOnlyList<ModelConfiguration> settled = study.Worlds?.Settle(world) ?? [study.Baseline, .. study.Arms.Select(each => each.Configuration)];
        string past = study.StoredState is null ? "" : Convert.ToHexStringLower(SHA256.HashData(study.StoredState));
        for (int each = 0; each < settled.Count; each++) _scenarios[(world, each - 1)] = Hash(ScenarioWriter.Write("", "", settled[each]) + past);
        return _scenarios[(world, arm)];
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
