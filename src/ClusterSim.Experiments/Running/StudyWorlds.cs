using System.Globalization;
using ClusterSim.Experiments.Designs;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Running;

/// <summary>How worlds are laid over the ranges of the uncertain parameters.</summary>
/// <param name="Kind">lhs, sobol, full-factorial, fractional-factorial, morris, saltelli or efast.</param>
/// <param name="Size">Points of lhs and sobol, trajectories of morris, blocks of saltelli, points of a curve of efast.</param>
/// <param name="Levels">Levels of a range in a full factorial, and of the grid of morris.</param>
/// <param name="Resolution">Of a fractional factorial.</param>
/// <param name="Pairs">Whether saltelli has the rows for indices of pairs.</param>
/// <param name="Seed">Of the design; that of the histories is another one.</param>
public sealed record WorldDesign(string Kind, int Size, int Levels = 3, int Resolution = 4, bool Pairs = false, ulong Seed = 1)
{
    /// <summary>Designs that compare worlds with one another: all of theirs share their draws, so that what differs is the parameters'.</summary>
    public bool SharesDraws => Kind is "morris" or "saltelli" or "efast" or "full-factorial" or "fractional-factorial";

    /// <summary>Unit coordinates, world by world.</summary>
    /// <exception cref="ArgumentException">The design cannot have so many points.</exception>
    public double[][] Points(IReadOnlyList<Factor> factors)
    {
        IReadOnlyList<FactorGroup> each = FactorGroup.Each(factors);
        return Kind switch
        {
            "lhs" => LatinHypercube.Points(Size, factors.Count, Seed),
            "sobol" => SobolSequence.Scrambled(Size, factors.Count, Seed),
            "full-factorial" => FullFactorial.Points([.. factors.Select(factor => factor is LevelFactor ? factor.Count : factor.Count > 0 ? Math.Min(factor.Count, Levels) : Levels)]),
            "fractional-factorial" => FractionalFactorial.OfResolution(factors.Count, Resolution),
            "morris" => MorrisTrajectories.Points(Size, each, Seed, Levels),
            "saltelli" => SaltelliBlocks.Points(Size, each, Seed, Pairs),
            "efast" => Size >= SearchCurves.FewestPoints ? SearchCurves.Points(Size, factors.Count, Seed) : throw new ArgumentException($"a curve of efast needs {SearchCurves.FewestPoints} points at least, n = {Size}"),
            _ => throw new ArgumentException($"no design is called {Kind}"),
        };
    }
}

/// <summary>The worlds of a study: draws of its uncertain parameters, each a configuration of the baseline and of every arm.</summary>
public sealed class StudyWorlds
{
    private readonly Func<IReadOnlyList<string>, IReadOnlyList<ModelConfiguration>> _settle;
    private readonly Func<string, int, bool> _touches;

    /// <param name="factors">The uncertain parameters; their names are paths such as <c>spin-offs.hazard</c>.</param>
    /// <param name="units">Of the factors, as the model counts them; empty for words.</param>
    /// <param name="settle">From the written values of all factors to the configurations: the baseline's, then those of the arms.</param>
    /// <param name="touches">Whether a factor, by name, stands in the scenario of an arm; -1 = of the baseline.</param>
    public StudyWorlds(IReadOnlyList<Factor> factors, IReadOnlyList<string> units, WorldDesign design, Func<IReadOnlyList<string>, IReadOnlyList<ModelConfiguration>> settle, Func<string, int, bool> touches)
    {
        (Factors, Units, Design, _settle, _touches) = (factors, units, design, settle, touches);
        Points = design.Points(factors);
    }

    public IReadOnlyList<Factor> Factors { get; }

    /// <summary>Of the factors, as the model counts them; empty for words.</summary>
    public IReadOnlyList<string> Units { get; }

    public WorldDesign Design { get; }

    /// <summary>Unit coordinates, worlds x factors.</summary>
    public double[][] Points { get; }

    public int Count => Points.Length;

    /// <summary>The values of a world, as a scenario file writes them in the model's units.</summary>
    public IReadOnlyList<string> Values(int world) => [.. Factors.Select((factor, i) => factor.TextAt(Points[world][i]))];

    /// <summary>A value of a world as files write it: money in whole GBP.</summary>
    public string InFiles(int world, int factor)
    {
        string value = Factors[factor].TextAt(Points[world][factor]);
        double scale = MetricUnit.Of(Units[factor]).Factor;
        return scale == 1 ? value : Math.Round(scale * double.Parse(value, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Whether a factor can make a difference to an arm at all; -1 = to the baseline.</summary>
    public bool Touches(Factor factor, int arm) => _touches(factor.Name, arm);

    /// <summary>The same worlds for some of the arms.</summary>
    public StudyWorlds Only(IReadOnlyList<int> arms) => new(Factors, Units, Design, values =>
    {
        IReadOnlyList<ModelConfiguration> all = _settle(values);
        return [all[0], .. arms.Select(arm => all[arm + 1])];
    }, (path, arm) => _touches(path, arm < 0 ? arm : arms[arm]));

    /// <summary>The configurations of a world: the baseline's, then those of the arms.</summary>
    public IReadOnlyList<ModelConfiguration> Settle(int world) => _settle(Values(world));
}
