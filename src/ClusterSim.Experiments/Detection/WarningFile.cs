using System.Globalization;
using System.Text;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Detection;

/// <summary>The file of trained coefficients: how they came about, how they were tested, and the numbers.</summary>
/// <param name="Version">Raised whenever features, event or form change: scores of different versions must not be compared.</param>
/// <param name="Trained">How, in one sentence.</param>
/// <param name="Models">By name.</param>
public sealed record WarningFile(int Version, string Trained, IReadOnlyDictionary<string, WarningModel> Models)
{
    public const int CurrentVersion = 2;

    private static readonly Lazy<WarningFile> BuiltIn = new(Load);

    /// <summary>The one that comes with the program.</summary>
    /// <exception cref="ScenarioException">The file is broken.</exception>
    public static WarningFile Shipped => BuiltIn.Value;

    /// <summary>Reads one.</summary>
    /// <exception cref="ScenarioException">With every problem.</exception>
    public static WarningFile Read(string file, string text)
    {
        var problems = new List<Problem>();
        var binder = new Binder(problems);
        MapNode? root = YamlTree.Read(file, text, problems);
        int version = (int)(binder.Number(root?["version"], "version", "1", 1, 1_000, whole: true) ?? 0);
        if (root is not null && problems.Count == 0 && version != CurrentVersion) binder.Report(root, ErrorCodes.Inconsistent, $"version {version}: this program reads version {CurrentVersion}; clustersim early-warning writes it");
        var models = new Dictionary<string, WarningModel>();
        foreach (Node item in binder.List(root?["models"], "models"))
            if (binder.Map(item, "a model") is MapNode map && ReadModel(binder, map) is WarningModel model) models[model.Name] = model;
        foreach (WarningKind kind in WarningKind.All)
            if (root is not null && problems.Count == 0 && !models.ContainsKey(kind.Name)) binder.Report(root, ErrorCodes.MissingKey, $"there is no model {kind.Name}");
        return problems.Count == 0 ? new WarningFile(version, binder.Text(root!["trained"], "trained") ?? "", models) : throw new ScenarioException(problems);
    }

    /// <summary>The file of a training that has lived its histories.</summary>
    /// <param name="trials">Tests on what was not trained on.</param>
    public static string Write(WarningTraining training, IReadOnlyList<WarningModel> models, IReadOnlyList<WarningTrial> trials)
    {
        var text = new StringBuilder();
        string names = string.Join(", ", training.Theories.Select(theory => theory.Name));
        int events = training.Rows.Count(row => row.IsEvent);
        text.Append(CultureInfo.InvariantCulture, $"""
            # Coefficients of the early-warning score. Written by: clustersim early-warning -r {training.Replications} -s {training.Seed} -o FILE
            # The score is a calibrated probability for cells of these simulations and only an order for real ones.
            # logit = intercept + sum of coefficient * (value - mean) / sd, the value cut off at low and high; a value that is not known counts as the mean.
            version: {CurrentVersion}
            event: "a cell in no stage, embryonic or dissolved {LastingGrowth.Words}, within {LastingGrowth.Within} years"
            trained: "on {training.Replications} histories of each of {names} with seed {training.Seed}: {training.Rows.Count} rows (cells with a firm, once a year), {events} with the event; ridge {WarningTraining.Ridge}, standard errors over histories"
            tests:

            """);
        foreach (WarningTrial trial in trials)
            foreach (string score in trial.Predicted.Keys)
                text.Append(CultureInfo.InvariantCulture, $"  - {{on: {Quoted(trial.Tested)}, model: {score}, rows: {trial.Test.Rows}, events: {trial.Test.Events}, share: {Short(trial.Test.Share)}, predicted: {Short(trial.Predicted[score])}, {Figures(trial.Test, score)}}}\n");
        text.Append("models:\n");
        foreach (WarningModel model in models)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - model: {model.Name}\n    needs: {model.Words}\n    intercept: {Long(model.Intercept)}\n    features:\n");
            foreach (WarningTerm term in model.Terms)
                text.Append(CultureInfo.InvariantCulture, $"      - {{feature: {term.Name}, unit: {Quoted(term.Unit)}, mean: {Long(term.Mean)}, sd: {Long(term.Deviation)}, low: {Long(term.Low)}, high: {Long(term.High)}, coefficient: {Long(term.Coefficient)}, se: {Long(term.StandardError)}}}\n");
        }
        return text.ToString();
    }

    private static WarningModel? ReadModel(Binder binder, MapNode map)
    {
        string name = binder.Name(map, "model", "a model");
        if (WarningKind.All.FirstOrDefault(kind => kind.Name == name) is not WarningKind known)
        {
            binder.Report(map, ErrorCodes.UnknownName, $"{name} is no model");
            return null;
        }
        WarningModel model = new WarningReader(binder).Read(map, name, [.. CellFeatures.All, .. SimulatedFeatures.All]);
        if (!model.Terms.Select(term => term.Name).SequenceEqual(known.Features.Select(feature => feature.Name)))
            binder.Report(map, ErrorCodes.Inconsistent, $"{name} has the features {string.Join(", ", known.Features.Select(feature => feature.Name))}, in this order");
        return model;
    }

    private static string Figures(WarningTest test, string score) =>
        string.Join(", ", test.Figures.Where(figure => figure.Score == score && double.IsFinite(figure.Value)).Select(figure => $"{figure.Measure}: {Short(figure.Value)}"));

    private static string Quoted(string text) => $"\"{text}\"";

    private static string Short(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Long(double value) => value.ToString("0.########", CultureInfo.InvariantCulture);

    private static WarningFile Load()
    {
        using Stream stream = typeof(WarningFile).Assembly.GetManifestResourceStream("early-warning.yaml")!;
        using var reader = new StreamReader(stream);
        return Read("early-warning.yaml", reader.ReadToEnd());
    }
}
