using System.Globalization;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Binds how many pairs are run: a number, or a precision that is to be reached.</summary>
internal sealed class ReplicationReader(Binder binder)
{
    private const int Usual = 50, First = 30, Last = 2_000, Most = 1_000_000;

    /// <param name="headline">The indicator in whose unit a floor is stated.</param>
    /// <returns>Pairs at most, and when there are enough; null = the number is fixed.</returns>
    public (int Replications, StoppingRule? Stopping) Read(Node? node, string headline)
    {
        if (node is not MapNode map) return ((int)(binder.Number(node, "replications", "1", 1, Most, whole: true) ?? Usual), null);
        binder.CheckKeys(map, "replications", Keyword.Replications);
        if (map["precision"] is null) binder.Report(map, ErrorCodes.MissingKey, "replications lacks precision, such as {relative: 20%, floor: 10 jobs}");
        int first = Count(map, "min", First), last = Count(map, "max", Last);
        if (first > last) binder.Report(map["min"] ?? map, ErrorCodes.Inconsistent, $"replications: min = {first} lies above max = {last}");
        if (binder.Map(map["precision"], "replications.precision") is not MapNode precision) return (last, null);
        binder.CheckKeys(precision, "replications.precision", Keyword.Precision);
        double relative = binder.Number(precision["relative"], "precision.relative", "share", 0.001, 10) ?? 0, floor = Floor(precision["floor"], headline);
        if (relative == 0 && floor == 0 && binder.Problems.Count == 0) binder.Report(precision, ErrorCodes.MissingKey, "precision states relative, floor or both");
        if (relative > CoverageCell.LoosestRule)
            binder.Warn(precision["relative"]!, ErrorCodes.Unusual, $"precision.relative = {relative.ToString("P0", CultureInfo.InvariantCulture)}: with rules looser than {CoverageCell.LoosestRule.ToString("P0", CultureInfo.InvariantCulture)} intervals may cover less than they say (docs/model/coverage.txt)");
        return (last, new StoppingRule(relative, floor, first, last));
    }

    private int Count(MapNode map, string key, int usual) => (int)(binder.Number(map[key], $"replications.{key}", "1", 1, Most, whole: true) ?? usual);

    /// <summary>A number, with the headline's name behind it if you like.</summary>
    private double Floor(Node? node, string headline)
    {
        if (binder.Text(node, "precision.floor") is not string text) return 0;
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 2 || words.Length == 2 && words[1] != headline)
        {
            binder.Report(node!, ErrorCodes.WrongUnit, $"precision.floor: \"{Quantity.Shorten(text)}\": write a number, or a number of {headline}");
            return 0;
        }
        return words.Length == 0 ? 0 : binder.Number(new ValueNode(node!.File, node.Line, node.Column, words[0]), "precision.floor", "1", 0, 1e12) ?? 0;
    }
}
