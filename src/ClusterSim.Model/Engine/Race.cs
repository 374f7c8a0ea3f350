namespace ClusterSim.Model.Engine;

/// <summary>A race of exponential clocks: of the candidates that enter, the one whose clock rings first wins, so that each
/// wins with a probability in proportion to its rate. A further candidate changes the outcome only by winning.</summary>
public ref struct Race
{
    private double _earliest = double.PositiveInfinity;

    public Race() { }

    /// <summary>The candidate in front, -1 = none yet.</summary>
    public int Winner { get; private set; } = -1;

    /// <summary>Enters a candidate; of two equal clocks the first to enter is in front.</summary>
    /// <param name="candidate">0 or more.</param>
    /// <param name="uniform">Its own keyed draw from (0, 1).</param>
    /// <param name="rate">0 or more.</param>
    public void Enter(int candidate, double uniform, double rate)
    {
        // -ln u is at least 1 - u: most clocks are seen to be late without a logarithm.
        if (1 - uniform >= _earliest * rate) return;
        double clock = -Reproducible.Log(uniform) / rate;
        if (clock >= _earliest) return;
        _earliest = clock;
        Winner = candidate;
    }
}
