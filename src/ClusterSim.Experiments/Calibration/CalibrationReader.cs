using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Calibration;

/// <summary>Reads what is to be calibrated: a scenario, a file of targets, and what the command line says. Every problem of the file comes
/// in one list.</summary>
public sealed class CalibrationReader(ScenarioLoader loader, IScenarioFiles files)
{
    private const int MostFactors = 30;

    private static readonly IReadOnlyList<Keyword> Keys =
    [
        new("targets", "list", "What the model is to show"),
        new("factors", "map", "What may be moved: a map of ranges, or a list of names"),
        new("waves", "count", "Rounds of history matching"),
        new("runs", "count", "Points in each wave"),
        new("replications", "count", "Histories at each point"),
        new("search", "count", "Points that the local search may try"),
        new("validation", "count", "Histories that validate"),
        new("seed", "count", "Seed of the search"),
    ];

    private readonly List<Problem> _problems = [], _warnings = [];

    private Binder Binder => new(_problems, _warnings);

    /// <param name="targets">The file of targets; null = the facts that the full model is judged by.</param>
    /// <exception cref="ScenarioException">With every problem found.</exception>
    public CalibrationPlan Read(string scenario, string? targets, CalibrationWishes wishes)
    {
        Scenario? loaded = Load(scenario);
        MapNode? root = targets is null ? null : Tree(targets);
        if (root is not null) Binder.CheckKeys(root, "targets", Keys);
        ModelConfiguration? configuration = loaded?.Configuration;
        if (loaded?.Past is not null) _problems.Add(new Problem(scenario, 1, 1, ErrorCodes.Inconsistent, "a scenario with a past has one beginning only: calibrate the scenario without it"));
        IReadOnlyList<CalibrationTarget> wanted = targets is not null && root is null ? [] : new TargetReader(Binder, configuration).Read(root, targets ?? "targets");
        IReadOnlyList<UncertainParameter> factors = configuration is null ? [] : Factors(configuration, root, wishes);
        CalibrationSize size = Size(root, wishes);
        ulong seed = wishes.Seed ?? (ulong)(Count(root, "seed", 0, CalibrationSeeds.MostSeed) ?? 1);
        if (seed > CalibrationSeeds.MostSeed) _problems.Add(new Problem("--seed", 1, 1, ErrorCodes.OutOfRange, $"{seed}: 0..{CalibrationSeeds.MostSeed} are allowed; the seeds of a calibration are a block of their own"));
        if (_problems.Count > 0) throw new ScenarioException([.. _problems.Distinct().OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column)]);
        return new CalibrationPlan(loaded!, factors, wanted, size, seed) { Warnings = [.. loader.Warnings.Concat(_warnings).Distinct()] };
    }

    private Scenario? Load(string path)
    {
        try
        {
            return loader.LoadScenario(path);
        }
        catch (ScenarioException broken)
        {
            _problems.AddRange(broken.Problems);
            return null;
        }
    }

    private MapNode? Tree(string path)
    {
        if (files.Read(path) is string text) return YamlTree.Read(path, text, _problems);
        _problems.Add(new Problem(path, 1, 1, ErrorCodes.NoFile, "there is no such file"));
        return null;
    }

    private IReadOnlyList<UncertainParameter> Factors(ModelConfiguration configuration, MapNode? root, CalibrationWishes wishes)
    {
        Binder binder = Binder;
        Node? stated = wishes.Factors.Count > 0 ? null : root?["factors"];
        ValueNode[] asked = [.. wishes.Factors.Select((factor, i) => new ValueNode(FactorStatements.Option, i + 1, 1, factor))];
        if (stated is ListNode list) asked = [.. list.Items.OfType<ValueNode>()];
        MapNode? map = stated as MapNode;
        if (stated is ValueNode) binder.Map(stated, "factors");
        if (map is null && asked.Length == 0)
        {
            if (stated is null) binder.Report(new ValueNode(FactorStatements.Option, 1, 1, ""), ErrorCodes.MissingKey, "which parameters may be moved? --factors spin-offs labour-mobility.contact=0.1:2, or factors: in the file of targets");
            return [];
        }
        int before = _problems.Count;
        map ??= new MapNode(FactorStatements.Option, 1, 1, [.. new FactorStatements(binder).State(configuration, [], asked, wishes.Spread)]);
        if (_problems.Count > before) return [];
        var fresh = new List<Problem>(); // the reader tries ranges on the scenario only where nothing is wrong yet
        IReadOnlyList<UncertainParameter> factors = new UncertainReader(new Binder(fresh, _warnings), configuration, []).Read(map, null);
        _problems.AddRange(fresh);
        foreach (UncertainParameter factor in factors.Where(factor => factor.Levels.Count > 0))
            binder.Report(map.Entries.First(entry => entry.Key.Text == factor.Path).Value, ErrorCodes.WrongKind, $"{factor.Path}: a list has no slope to follow; write a range such as 0.02..0.08");
        if (factors.Count > MostFactors) binder.Report(map, ErrorCodes.TooLarge, $"{factors.Count} factors: at most {MostFactors}; clustersim sensitivity says which can be left alone");
        return factors;
    }

    private CalibrationSize Size(MapNode? root, CalibrationWishes wishes)
    {
        CalibrationSize usual = CalibrationSize.Usual, quick = CalibrationSize.Quick;
        int Of(int? wished, string key, int min, int most, int otherwise, int first) => wished ?? (wishes.Quick ? first : (int)(Count(root, key, min, most) ?? otherwise));
        return new CalibrationSize(Of(wishes.Waves, "waves", 1, 20, usual.Waves, quick.Waves), Of(wishes.Runs, "runs", 1, 5_000, usual.Runs, quick.Runs),
            Of(wishes.Histories, "replications", 1, 10_000, usual.Histories, quick.Histories), Of(wishes.Search, "search", 0, 10_000, usual.Search, quick.Search),
            Of(wishes.Validation, "validation", 2, 100_000, usual.Validation, quick.Validation));
    }

    private double? Count(MapNode? root, string key, double min, double max) => Binder.Number(root?[key], key, "1", min, max, whole: true);
}
