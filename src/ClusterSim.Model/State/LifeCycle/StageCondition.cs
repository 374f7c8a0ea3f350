namespace ClusterSim.Model.State.LifeCycle;

/// <summary>What may be true of a region-activity in a quarter and, if it stays true, moves it on. Several can be true at once.</summary>
/// <remarks>Symbols: N firms, L workers, LQ location quotient, g yearly growth of workers, H heterogeneity of knowledge.
/// The numbers are the defaults of <c>StageThresholds</c>.</remarks>
[Flags]
public enum StageCondition
{
    None = 0,

    /// <summary>Firms gather: N at least 5, LQ at least 1, and over a year more entries than exits or 2 spin-offs.</summary>
    Gathering = 1 << 0,

    /// <summary>What had gathered is going: N below 3 or LQ below 0.8.</summary>
    Fading = 1 << 1,

    /// <summary>A critical mass grows fast: N at least 15, LQ at least 1.25, g at least 5 %.</summary>
    TakingOff = 1 << 2,

    /// <summary>Growth has stopped short of a critical mass: g below 1 % and N below 12.</summary>
    Stalling = 1 << 3,

    /// <summary>Growth has slackened near the peak: g below 2 %, L at least 85 % of the peak.</summary>
    Slowing = 1 << 4,

    /// <summary>Neither growth nor fall, wherever the peak was: g between -2 % and 2 % for 8 quarters.</summary>
    Flat = 1 << 5,

    /// <summary>A fall that has cost a good part of the peak: g at most -2 % for 6 quarters, L below 85 % of the peak.</summary>
    Falling = 1 << 6,

    /// <summary>The fall is over: g at least 0 for 6 quarters.</summary>
    Recovering = 1 << 7,

    /// <summary>Fast growth on the old knowledge: g at least 5 % for 6 quarters and H not rising.</summary>
    Accelerating = 1 << 8,

    /// <summary>Growth on new knowledge: g at least 3 % for 4 quarters, and H up by a tenth in five years or a fifth of
    /// sales in new submarkets.</summary>
    Renewing = 1 << 9,

    /// <summary>Time alone: the stage is 12 quarters old.</summary>
    Settled = 1 << 10,

    /// <summary>Next to nothing left: LQ below 0.8 and N below 5 for 8 quarters.</summary>
    Vanishing = 1 << 11,
}
