using ClusterSim.Model.Engine;

namespace ClusterSim.Benchmarks.Yardstick;

/// <summary>Where a worker is and what the worker brought, in 16 bytes: a hit reads all of it at once.</summary>
internal struct Post
{
    /// <summary>Competence beyond the employer's accumulator when the post was taken up.</summary>
    public double Offset;

    /// <summary>Row of the employer.</summary>
    public int Employer;

    /// <summary>Tick from which the offset decays.</summary>
    public int Since;
}

/// <summary>A row per worker.</summary>
internal sealed class YardWorkers : Table
{
    [State("Employer, and competence by its closed form", Unit = "1")] public Column<Post> Post { get; } = new();
}

/// <summary>A row per firm.</summary>
internal sealed class YardFirms : Table
{
    [State("Competence k", Unit = "1")] public Column<double> Competence { get; } = new();
    [State("What a worker who has always been here knows, H", Unit = "1")] public Column<double> Taught { get; } = new();
    [State("Wage", Unit = "1")] public Column<double> Wage { get; } = new();
}

/// <summary>The state of the workload labour-mobility: see <c>benchmarks/native/README.md</c>.</summary>
/// <remarks>Between job changes a worker's competence is closed: H(t) + 0.95^(t - since) offset, where the employer's
/// accumulator moves by H(t + 1) = 0.95 H(t) + 0.05 k(t). Nothing scans the workers.</remarks>
internal sealed class YardWorld
{
    public const double LearningRate = 0.05;

    private readonly double[] _kept;

    /// <param name="workers">Twenty for each firm.</param>
    /// <param name="ticks">Length of the history.</param>
    public YardWorld(int workers, int ticks, ulong run)
    {
        _kept = new double[ticks + 1];
        _kept[0] = 1;
        for (int age = 1; age < _kept.Length; age++) _kept[age] = _kept[age - 1] * (1 - LearningRate);
        RowsHit = new int[workers];
        int firms = workers / 20;
        Workers.Reserve(workers);
        Firms.Reserve(firms);
        var draws = new Draws(run, "genesis", 0);
        for (int firm = 0; firm < firms; firm++)
        {
            Firms.Append();
            double k = Firms.Competence[firm] = draws.Uniform((ulong)firm);
            Firms.Wage[firm] = 1 + 0.5 * k / (1 + k);
        }
        for (int worker = 0; worker < workers; worker++)
        {
            Workers.Append();
            Workers.Post[worker] = new Post { Employer = worker % firms, Offset = 2 * draws.Uniform((ulong)worker, 1) };
        }
        Workers.Frozen = Firms.Frozen = true;
    }

    public YardWorkers Workers { get; } = new();
    public YardFirms Firms { get; } = new();
    public CountAndPlaces Places { get; } = new();
    public int Tick { get; set; }

    /// <summary>Job changes so far.</summary>
    public long Moves { get; set; }

    /// <summary>Share of an offset that is left, by age.</summary>
    public ReadOnlySpan<double> Kept => _kept;

    /// <summary>Room for the rows of job seekers.</summary>
    public int[] RowsHit { get; }

    public double MeanCompetence()
    {
        double sum = 0;
        foreach (Post post in Workers.Post.Span) sum += Firms.Taught[post.Employer] + _kept[Tick - post.Since] * post.Offset;
        return sum / Workers.Count;
    }

    public double MeanWage() => Reproducible.Sum(Firms.Wage.Span) / Firms.Count;
}
