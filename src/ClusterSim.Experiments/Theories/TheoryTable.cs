using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Theories;

/// <summary>Two theories, and how well their histories are told apart.</summary>
/// <param name="Right">Share of the histories of both that are put to their own theory when only these two are in question.</param>
/// <param name="Observable">The observable in which they differ most.</param>
/// <param name="Distance">By how many of its standard deviations within a theory.</param>
public sealed record TheoryPair(int First, int Second, double Right, string Observable, double Distance);

/// <summary>Whether theories can be told apart by what is seen of their histories.</summary>
public sealed class TheoryTable
{
    /// <summary>What a set of theories must reach to be of use: shares of histories put to their own theory.</summary>
    public const double WantedOfAll = 0.8, WantedOfPair = 0.75;

    private readonly List<double[]> _cases = [];
    private readonly List<int> _classes = [];

    /// <summary>Names, in the order of rows and columns.</summary>
    public required IReadOnlyList<string> Theories { get; init; }

    /// <summary>Takes the observables of one history.</summary>
    public void Take(int theory, double[] observables)
    {
        _classes.Add(theory);
        _cases.Add(observables);
    }

    /// <summary>Histories of each theory (row) that their neighbours put to each (column).</summary>
    public int[,] Confusion()
    {
        int[] found = NearestNeighbours.LeaveOneOut(_cases, _classes);
        var table = new int[Theories.Count, Theories.Count];
        for (int i = 0; i < found.Length; i++) table[_classes[i], found[i]]++;
        return table;
    }

    /// <summary>Histories in all.</summary>
    public int Count => _cases.Count;

    /// <summary>Every pair, the worst told apart first.</summary>
    public IReadOnlyList<TheoryPair> Pairs()
    {
        var pairs = new List<TheoryPair>();
        for (int first = 0; first < Theories.Count; first++)
            for (int second = first + 1; second < Theories.Count; second++)
            {
                int[] rows = [.. Enumerable.Range(0, _cases.Count).Where(i => _classes[i] == first || _classes[i] == second)];
                int[] classes = [.. rows.Select(i => _classes[i])];
                int[] found = NearestNeighbours.LeaveOneOut([.. rows.Select(i => _cases[i])], classes);
                (string observable, double distance) = Separating(first, second);
                pairs.Add(new TheoryPair(first, second, found.Zip(classes).Count(pair => pair.First == pair.Second) / (double)rows.Length, observable, distance));
            }
        return [.. pairs.OrderBy(pair => pair.Right).ThenBy(pair => pair.First).ThenBy(pair => pair.Second)];
    }

    /// <summary>Mean of every observable in every theory; row = theory.</summary>
    public double[][] Means() => [.. Enumerable.Range(0, Theories.Count).Select(theory => Enumerable.Range(0, TheoryObservables.All.Count).Select(k => Sample.Mean(Values(theory, k))).ToArray())];

    private double[] Values(int theory, int observable) => [.. Enumerable.Range(0, _cases.Count).Where(i => _classes[i] == theory).Select(i => _cases[i][observable])];

    private (string Observable, double Distance) Separating(int first, int second)
    {
        string best = "none";
        double most = 0;
        for (int k = 0; k < TheoryObservables.All.Count; k++)
        {
            double[] a = Values(first, k), b = Values(second, k);
            double spread = Math.Sqrt((Sample.Variance(a) + Sample.Variance(b)) / 2), apart = Math.Abs(Sample.Mean(a) - Sample.Mean(b));
            double distance = spread == 0 ? (apart == 0 ? 0 : double.PositiveInfinity) : apart / spread;
            if (distance <= most) continue;
            most = distance;
            best = TheoryObservables.All[k].Name;
        }
        return (best, most);
    }
}
