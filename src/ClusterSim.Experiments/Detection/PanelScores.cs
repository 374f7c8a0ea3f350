using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Detection;

/// <summary>What the score says of a real cell in a year.</summary>
/// <param name="Cell">Row of the cell.</param>
/// <param name="IsAhead">Whether the event can still come: the cell is no cluster yet.</param>
/// <param name="Logit">Higher = likelier; an order and no more.</param>
/// <param name="Rank">Among the cells that are ahead of the event, from 1; 0 for the others.</param>
/// <param name="Reasons">In plain words.</param>
/// <param name="Beyond">How many of its features lie beyond what the score was trained on.</param>
public sealed record CellScore(int Cell, bool IsAhead, double Logit, int Rank, string Reasons, int Beyond)
{
    /// <summary>Between 0 and 1; it would be the probability of the event if the cell were one of the simulations'.</summary>
    public double Score => WarningModel.Chance(Logit);
}

/// <summary>Scores the cells of a panel.</summary>
/// <param name="model">panel or panel-by-firms.</param>
public sealed class PanelScores(RealPanel real, PanelStages stages, WarningModel model)
{
    private readonly int[] _positions = model.Positions(CellFeatures.All);

    /// <summary>Every cell with an establishment whose activity is told of in the five years before; best first among those ahead of the
    /// event, then the others.</summary>
    /// <param name="date">At least <see cref="CellFeatures.Memory"/>.</param>
    public IReadOnlyList<CellScore> At(int date)
    {
        CellPanel panel = real.Panel;
        var features = new CellFeatures(panel, date);
        var scores = new List<CellScore>();
        for (int cell = 0; cell < panel.Cells; cell++)
        {
            if (panel.FirmsAt(cell, date) < 1 || !real.IsSpanned(cell, date - CellFeatures.Memory, date)) continue;
            double[] values = Values(features, cell);
            scores.Add(new CellScore(cell, LastingGrowth.IsAhead(stages.At(cell, date)), model.Logit(values), 0, ScoreWords.Of(panel, cell, date, model, values),
                values.Where((value, i) => model.Terms[i].IsBeyond(value)).Count()));
        }
        CellScore[] sorted = [.. scores.OrderBy(score => !score.IsAhead).ThenByDescending(score => score.Logit).ThenBy(score => score.Cell)];
        return [.. sorted.Select((score, i) => score.IsAhead ? score with { Rank = i + 1 } : score)];
    }

    /// <summary>The logit of one cell.</summary>
    public double Logit(CellFeatures features, int cell) => model.Logit(Values(features, cell));

    private double[] Values(CellFeatures features, int cell)
    {
        double[] all = features.Of(cell);
        return [.. _positions.Select(position => all[position])];
    }
}
