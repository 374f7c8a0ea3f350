using ClusterSim.Model;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Loads scenarios and experiments with what they extend.</summary>
/// <param name="files">Where they are read from.</param>
/// <param name="overrides">Settings laid over every scenario, <c>spin-offs.hazard=0.1</c>.</param>
public sealed class ScenarioLoader(IScenarioFiles files, IReadOnlyList<string>? overrides = null)
{
    private readonly List<Problem> _problems = [], _warnings = [];
    private readonly SortedDictionary<string, string> _sources = new(StringComparer.Ordinal);

    /// <summary>What everything loaded so far says that it may not mean, in order of appearance.</summary>
    public IEnumerable<Problem> Warnings => _warnings.Distinct();

    /// <summary>Every file read so far, by the name under which it was asked for, as it stood.</summary>
    public IReadOnlyDictionary<string, string> Sources => _sources;

    private Binder Binder => new(_problems, _warnings);

    /// <summary>Loads the scenario of a file.</summary>
    /// <exception cref="ScenarioException">With every problem found.</exception>
    public Scenario LoadScenario(string path) => Checked(() =>
    {
        if (Tree(path) is not MapNode root) return null;
        if (root[Keyword.Experiment[0].Name] is not Node experiment) return Read(root);
        _problems.Add(experiment.Problem(ErrorCodes.WrongKind, "this file is an experiment; what is wanted here is a scenario, such as the one that it names"));
        return null;
    })!;

    /// <summary>Loads the scenario of a file, and the same without a mechanism: the second is named after it.</summary>
    /// <exception cref="ScenarioException">With every problem found.</exception>
    public Scenario LoadWithout(string path, string mechanism)
    {
        Scenario scenario = LoadScenario(path);
        return scenario with
        {
            Name = $"without-{mechanism}",
            Configuration = scenario.Configuration.Without(mechanism),
        };
    }

    /// <summary>Loads the experiment of a file.</summary>
    /// <exception cref="ScenarioException">With every problem found.</exception>
    public Experiment LoadExperiment(string path) => Checked(() =>
    {
        if (Tree(path, merge: false) is not MapNode root) return null;
        MapNode? world = null;
        Scenario? scenario = null;
        var reader = new ExperimentReader(Binder, over => world is null ? null : Read(world.With(over), root["years"])?.Configuration);
        if (reader.ScenarioFile(root) is ValueNode name)
        {
            string file = files.Resolve(path, name.Text);
            if (files.Read(file) is null) _problems.Add(name.Problem(ErrorCodes.NoFile, $"{name.Text}: there is no file {file}"));
            else if (Tree(file) is MapNode tree)
            {
                scenario = Read(tree, root["years"]);
                world = tree;
            }
        }
        return reader.Read(root, scenario);
    })!;

    /// <summary>Loads, of the file of a scenario or an experiment, the experiment that asks which parameters its results hang on.</summary>
    /// <exception cref="ScenarioException">With every problem found.</exception>
    public Experiment LoadSensitivity(string path, SensitivityWishes wishes)
    {
        Experiment experiment = IsExperiment(path) ? LoadExperiment(path) : Studies.Asking(LoadScenario(path));
        return Checked(() => new SensitivityPlan(Binder).Read(experiment, wishes));
    }

    /// <summary>True if the file states an experiment.</summary>
    /// <exception cref="ScenarioException">It cannot be read.</exception>
    public bool IsExperiment(string path) => Checked(() => Tree(path, merge: false))![Keyword.Experiment[0].Name] is not null;

    private T Checked<T>(Func<T?> load) where T : class
    {
        _problems.Clear();
        T? loaded = load();
        if (_problems.Count > 0)
            throw new ScenarioException([.. _problems.Distinct().OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column)]);
        return loaded ?? throw new InvalidOperationException($"nothing was loaded and nothing was wrong");
    }

    private Scenario? Read(MapNode root, Node? years = null)
    {
        if (years is ValueNode) root = root.With(new MapNode(years.File, years.Line, years.Column, [(new ValueNode(years.File, years.Line, years.Column, "years"), years)]));
        root = Overrides.Apply(overrides ?? [], root, _problems);
        Scenario scenario = new ScenarioReader(Binder).Read(root);
        if (_problems.Count > 0 || root["control"] is null) return scenario;
        if (Binder.Map(root["control"], "control") is not MapNode control) return null;
        MapNode controlled = root.With(control).Without("control").Without("expect");
        return scenario with { Control = new ScenarioReader(Binder).Read(controlled).Configuration };
    }

    /// <summary>The tree of a file laid over the trees that it extends.</summary>
    private MapNode? Tree(string path, bool merge = true)
    {
        string? text = Source(path);
        if (text is null)
        {
            _problems.Add(new Problem(path, 1, 1, ErrorCodes.NoFile, "there is no such file"));
            return null;
        }
        MapNode? root = YamlTree.Read(path, text, _problems);
        return root is null || !merge ? root : Extended(path, root, [path]);
    }

    private MapNode Extended(string path, MapNode root, IReadOnlyList<string> chain)
    {
        if (root["extends"] is not Node node) return root;
        root = root.Without("extends");
        if (node is not ValueNode name)
        {
            _problems.Add(node.Problem(ErrorCodes.WrongKind, "extends names one file"));
            return root;
        }
        string file = files.Resolve(path, name.Text);
        if (chain.Contains(file))
        {
            _problems.Add(name.Problem(ErrorCodes.Circle, $"{string.Join(" -> ", [.. chain, file])}"));
            return root;
        }
        string? text = Source(file);
        if (text is null)
        {
            _problems.Add(name.Problem(ErrorCodes.NoFile, $"{name.Text}: there is no file {file}"));
            return root;
        }
        return YamlTree.Read(file, text, _problems) is MapNode parent ? Extended(file, parent, [.. chain, file]).With(root) : root;
    }

    private string? Source(string path)
    {
        string? text = files.Read(path);
        if (text is not null) _sources[path] = text;
        return text;
    }
}
