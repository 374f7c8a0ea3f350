namespace ClusterSim.Model.State.LifeCycle;

/// <summary>What may be true of a region-activity in a quarter and, if it stays true for long enough, moves it on.</summary>
/// <remarks>Symbols: N firms, L workers, LQ location quotient, g yearly growth of workers, H heterogeneity of knowledge.
/// The numbers are the defaults of <c>StageThresholds</c>.</remarks>
public enum StageCondition
{
    /// <summary>Firms gather: N at least 5, LQ at least 1, and over a year more entries than exits or 2 spin-offs.</summary>
    Gathering,

    /// <summary>What had gathered is going: N below 3 or LQ below 0.8.</summary>
    Fading,

    /// <summary>A critical mass grows fast: N at least 15, LQ at least 1.25, g at least 5 %.</summary>
    TakingOff,

    /// <summary>Growth has stopped short of a critical mass: g below 1 % and N below 12.</summary>
    Stalling,

    /// <summary>Growth slackens near the peak: g below 2 %, L at least 85 % of the peak.</summary>
    Slowing,

    /// <summary>Neither growth nor fall, wherever the peak was: g between -2 % and 2 %.</summary>
    Flat,

    /// <summary>A fall that has cost a good part of the peak: g at most -2 %, L below 85 % of the peak.</summary>
    Falling,

    /// <summary>The fall is over: g at least 0.</summary>
    Recovering,

    /// <summary>Fast growth on the old knowledge: g at least 5 % and H not rising.</summary>
    Accelerating,

    /// <summary>Growth on new knowledge: g at least 3 %, and H up by a tenth in five years or a fifth of sales in new submarkets.</summary>
    Renewing,

    /// <summary>Time alone: counts the quarters in the present stage.</summary>
    Settled,

    /// <summary>Next to nothing left: LQ below 0.8 and N below 5.</summary>
    Vanishing,
}
