using System.Runtime.CompilerServices;

namespace ClusterSim.Model.State.LifeCycle;

/// <summary>What is remembered of a region-activity from quarter to quarter to tell its stage: plain numbers of fixed size,
/// which stand in a column and go into digests and checkpoints with it. All zero = before the first quarter.</summary>
public struct StageMemory
{
    /// <summary>Natural logarithm of the workers over the last three years.</summary>
    public TrendWindow LogWorkers;

    /// <summary>Heterogeneity of knowledge over the last five years.</summary>
    public DiversityWindow Heterogeneity;

    /// <summary>The most workers there ever were.</summary>
    public double Peak;

    /// <summary>Entries less exits over the last year.</summary>
    public YearWindow NetEntry;

    /// <summary>Spin-offs over the last year.</summary>
    public YearWindow SpunOff;

    /// <summary>For how many quarters without a break, the present one included, growth has been slow, flat, fast,
    /// negative, not negative and lively, and next to nothing has been left.</summary>
    public int SlowFor, FlatFor, FastFor, FallingFor, RecoveringFor, LivelyFor, VanishingFor;

    /// <summary>The stage that the last quarter spoke for, if it spoke for another than the present one.</summary>
    public Stage Candidate;

    /// <summary>For how many quarters in a row; 0 = the last one spoke for the present stage.</summary>
    public int CandidateFor;

    /// <summary>Quarters seen before the present one.</summary>
    public int Quarter;

    /// <summary>The quarter in which the present stage began.</summary>
    public int Since;

    /// <summary>The present stage.</summary>
    public Stage Stage;

    /// <summary>Quarters since the present stage began.</summary>
    public readonly int Held => Quarter - Since;
}

/// <summary>Three years of quarters: quarter q stands at q modulo the length.</summary>
[InlineArray(Length)]
public struct TrendWindow
{
    public const int Length = 12;
    private double _first;
}

/// <summary>Five years of quarters.</summary>
[InlineArray(Length)]
public struct DiversityWindow
{
    public const int Length = 20;
    private double _first;
}

/// <summary>Four quarters of whole numbers.</summary>
[InlineArray(Length)]
public struct YearWindow
{
    public const int Length = 4;
    private int _first;

    /// <summary>The year's total.</summary>
    public readonly int Sum()
    {
        int sum = 0;
        for (int i = 0; i < Length; i++) sum += this[i];
        return sum;
    }
}
