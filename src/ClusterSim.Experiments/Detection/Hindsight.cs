using ClusterSim.Model.Engine;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Detection;

/// <summary>A phase of a cluster's life as hindsight dates it.</summary>
/// <param name="Stage">Growth, maturity or decline.</param>
/// <param name="First">Its first quarter.</param>
/// <param name="Last">Its last quarter.</param>
public readonly record struct LifePhase(Stage Stage, int First, int Last);

/// <summary>The phases of a whole life, told from straight pieces of ln L with the same thresholds of slope and size as the detector's, but
/// without its windows and its patience.</summary>
/// <remarks>A piece is growth if it rises at the growth rate or faster, from the quarter in which firms and LQ suffice; decline if it
/// falls at the decline rate or faster and, with the falling pieces after it, ends below the share of the peak that ends maturity;
/// and maturity if after growth or decline it is slower than both. Between the rates of growth and of maturity a phase goes on.</remarks>
public static class Hindsight
{
    /// <summary>Phases in order; quarters before growth belong to none.</summary>
    public static IReadOnlyList<LifePhase> Of(IReadOnlyList<StageSignals> life, StageThresholds thresholds)
    {
        IReadOnlyList<StraightPiece> pieces = Segmentation.Of([.. life.Select(quarter => Reproducible.Log(Math.Max(1, quarter.Headcount)))]);
        var phases = new List<LifePhase>();
        Stage now = Stage.None;
        double peak = 0;
        for (int i = 0; i < pieces.Count; i++)
        {
            double rate = 4 * pieces[i].Slope;
            for (int quarter = pieces[i].First; quarter <= pieces[i].Last; quarter++) peak = Math.Max(peak, life[quarter].Headcount);
            int first = pieces[i].First;
            Stage next = now;
            if (rate >= thresholds.GrowthRate)
            {
                if (now == Stage.None) first = Suffices(life, pieces[i], thresholds);
                if (first >= 0) next = Stage.Growth;
            }
            else if (now != Stage.None && rate <= thresholds.DeclineRate)
            {
                if (EndOfFall(life, pieces, i, thresholds) < thresholds.PeakShare * peak) next = Stage.Decline;
            }
            else if (now != Stage.None && rate < thresholds.MaturityRate) next = Stage.Maturity;
            if (next == Stage.None) continue;
            if (next == now) phases[^1] = phases[^1] with { Last = pieces[i].Last };
            else phases.Add(new LifePhase(next, first, pieces[i].Last));
            now = next;
        }
        return phases;
    }

    /// <summary>The first quarter of a piece with firms and LQ enough to be a growing cluster; -1 = none.</summary>
    private static int Suffices(IReadOnlyList<StageSignals> life, StraightPiece piece, StageThresholds thresholds)
    {
        for (int quarter = piece.First; quarter <= piece.Last; quarter++)
            if (life[quarter].FirmCount >= thresholds.GrowthFirms && life[quarter].LocationQuotient >= thresholds.GrowthQuotient) return quarter;
        return -1;
    }

    /// <summary>Workers at the end of the falling pieces from one on.</summary>
    private static double EndOfFall(IReadOnlyList<StageSignals> life, IReadOnlyList<StraightPiece> pieces, int from, StageThresholds thresholds)
    {
        int i = from;
        while (i + 1 < pieces.Count && 4 * pieces[i + 1].Slope <= thresholds.DeclineRate) i++;
        return life[pieces[i].Last].Headcount;
    }
}
