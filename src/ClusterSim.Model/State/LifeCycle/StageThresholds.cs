using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State.LifeCycle;

/// <summary>Where one stage ends and the next begins. Each border is crossed at one value and crossed back at another, so
/// that a cluster that lies on it does not change its name every year.</summary>
/// <remarks>Menzel and Fornahl 2010 give the stages and what marks them, not the numbers, which are assumptions: firms and
/// location quotients near those with which statistical offices map clusters, rates of growth well above and below those
/// of a whole economy. What results owe to them is a matter for sensitivity analysis, so every one can be set.</remarks>
public sealed record StageThresholds
{
    /// <summary>Of rules and defaults together: raised whenever either changes, and stated in every manifest, since stages of
    /// different versions must not be compared.</summary>
    public const int Version = 1;

    [Parameter(1, 1_000, Unit = "firm", Source = "assumption", Summary = "Firms from which on an activity can become embryonic", Symbol = "N")]
    public int EmbryonicFirms { get; init; } = 5;

    [Parameter(0, 10, Unit = "1", Source = "assumption: no less than the region's share", Summary = "Location quotient from which on it can", Symbol = "LQ")]
    public double EmbryonicQuotient { get; init; } = 1;

    [Parameter(0, 1_000, Unit = "spin-off a year", Source = "assumption; Klepper 2007 for spin-offs as the seed", Summary = "Spin-offs that do where entries do not exceed exits")]
    public int EmbryonicSpinOffs { get; init; } = 2;

    [Parameter(0, 1_000, Unit = "firm", Source = "assumption", Summary = "Firms below which an embryonic cluster fades", Symbol = "N")]
    public int FadingFirms { get; init; } = 3;

    [Parameter(0, 10, Unit = "1", Source = "assumption", Summary = "Location quotient below which it does", Symbol = "LQ")]
    public double FadingQuotient { get; init; } = 0.8;

    [Parameter(1, 10_000, Unit = "firm", Source = "assumption: a critical mass", Summary = "Firms from which on an embryonic cluster can take off", Symbol = "N")]
    public int GrowthFirms { get; init; } = 15;

    [Parameter(0, 10, Unit = "1", Source = "assumption: between the 1 and the 2 used in mapping clusters", Summary = "Location quotient from which on it can", Symbol = "LQ")]
    public double GrowthQuotient { get; init; } = 1.25;

    [Parameter(-1, 1, Unit = "log point a year", Source = "assumption: beyond what a whole economy does", Summary = "Growth of employment at which it does, and at which a mature cluster grows again", Symbol = "g")]
    public double GrowthRate { get; init; } = 0.05;

    [Parameter(1, 80, Unit = "quarter", Source = "assumption", Summary = "For how long a mature cluster must grow like this")]
    public int AccelerationQuarters { get; init; } = 6;

    [Parameter(0, 10_000, Unit = "firm", Source = "assumption; 0 = growth never falls back", Summary = "Firms below which a cluster whose growth stops is embryonic again", Symbol = "N")]
    public int StallingFirms { get; init; } = 12;

    [Parameter(-1, 1, Unit = "log point a year", Source = "assumption", Summary = "Growth of employment below which it has stopped", Symbol = "g")]
    public double StallingRate { get; init; } = 0.01;

    [Parameter(0, 1, Unit = "log point a year", Source = "assumption: about what a whole economy does", Summary = "Growth of employment below which a cluster matures, and fall below which it is flat", Symbol = "g")]
    public double MaturityRate { get; init; } = 0.02;

    [Parameter(1, 80, Unit = "quarter", Source = "assumption", Summary = "For how long growth must be slow to make a cluster mature near its peak")]
    public int MaturityQuarters { get; init; } = 1;

    [Parameter(1, 80, Unit = "quarter", Source = "assumption", Summary = "For how long employment must be flat to make a cluster mature far from its peak")]
    public int FlatQuarters { get; init; } = 8;

    [Parameter(0, 1, Unit = "share", Source = "assumption: more than a business cycle takes", Summary = "Share of the peak of employment: maturity from here on, decline below")]
    public double PeakShare { get; init; } = 0.85;

    [Parameter(-1, 0, Unit = "log point a year", Source = "assumption", Summary = "Growth of employment down to which a cluster does not decline", Symbol = "g")]
    public double DeclineRate { get; init; } = -0.02;

    [Parameter(1, 80, Unit = "quarter", Source = "assumption: a recession is not a decline", Summary = "For how long employment must fall like this")]
    public int DeclineQuarters { get; init; } = 6;

    [Parameter(-1, 1, Unit = "log point a year", Source = "assumption", Summary = "Growth of employment from which on a decline has stopped", Symbol = "g")]
    public double RecoveryRate { get; init; }

    [Parameter(1, 80, Unit = "quarter", Source = "assumption", Summary = "For how long it must have stopped")]
    public int RecoveryQuarters { get; init; } = 6;

    [Parameter(-1, 1, Unit = "log point a year", Source = "assumption", Summary = "Growth of employment from which on new knowledge counts as renewal", Symbol = "g")]
    public double RenewalRate { get; init; } = 0.03;

    [Parameter(1, 80, Unit = "quarter", Source = "assumption", Summary = "For how long it must grow like this")]
    public int UpturnQuarters { get; init; } = 4;

    [Parameter(1, 10, Unit = "1", Source = "Menzel and Fornahl 2010: renewal widens heterogeneity; the number is an assumption", Summary = "Heterogeneity relative to five years ago that shows new knowledge", Symbol = "H")]
    public double RenewalDiversity { get; init; } = 1.1;

    [Parameter(0.001, 2, Unit = "share of sales", Source = "assumption; above 1 = never", Summary = "Sales in new submarkets that show it as well")]
    public double RenewalSubmarkets { get; init; } = 0.2;

    [Parameter(1, 80, Unit = "quarter", Source = "assumption", Summary = "How long a renewal lasts before it is growth like any other")]
    public int RenewalQuarters { get; init; } = 12;

    [Parameter(0, 1_000, Unit = "firm", Source = "assumption", Summary = "Firms below which a cluster dissolves", Symbol = "N")]
    public int DissolvedFirms { get; init; } = 5;

    [Parameter(0, 10, Unit = "1", Source = "assumption", Summary = "Location quotient below which it does", Symbol = "LQ")]
    public double DissolvedQuotient { get; init; } = 0.8;

    [Parameter(1, 80, Unit = "quarter", Source = "assumption", Summary = "For how long so little must be left")]
    public int DissolvedQuarters { get; init; } = 8;

    [Parameter(1, 80, Unit = "quarter", Source = "assumption", Summary = "For how many quarters in a row a transition must be called for")]
    public int Persistence { get; init; } = 4;

    [Parameter(1, 80, Unit = "quarter", Source = "assumption: the word alone does harm", Summary = "For how many a decline must be")]
    public int DeclinePersistence { get; init; } = 6;

    [Parameter(1, 80, Unit = "quarter", Source = "assumption", Summary = "How long every stage lasts at least")]
    public int Dwell { get; init; } = 8;
}
