namespace ClusterSim.Model.State;

/// <summary>The early-warning score of region-activities at the end of the last quarter, worked out once somebody asks. It sees
/// what a statistical office has counted up to then (firms, jobs, population), by the same features on which the score was
/// trained, and nothing of the future.</summary>
/// <remarks>Follows from the state, so that it is no part of it.</remarks>
public sealed class Foresight
{
    /// <summary>Quarters that must have been counted: five years lie between the first and the last.</summary>
    public const int Quarters = CountWindow.Length;

    private readonly double[] _values = new double[CellFeatures.All.Count];
    private CellPanel? _panel;
    private CellFeatures? _features;
    private WarningModel? _model;
    private int[] _positions = [];
    private int _seen;

    /// <summary>A new history has begun, or another state was loaded.</summary>
    public void Forget() => _seen = 0;

    /// <summary>Probability that a region-activity that is no cluster yet reaches growth with LQ of 1.5 and 30 firms within ten years
    /// and holds it for three; 0 before the sixth year, without any firm, and where growth has been reached.</summary>
    /// <param name="model">By features of <see cref="CellFeatures"/>; null = there are no coefficients, and the score is 0.</param>
    public double Of(Clusters clusters, Regions regions, int cell, WarningModel? model)
    {
        // The memory of the stage detector counts the quarters; all cells have seen the same.
        int seen = clusters.Count == 0 ? 0 : clusters.Memory[0].Quarter;
        if (model is null || seen < Quarters || !LastingGrowth.IsAhead(clusters.Stage[cell])) return 0;
        if (seen != _seen) Look(clusters, regions, seen);
        if (!ReferenceEquals(model, _model)) (_model, _positions) = (model, model.Positions(CellFeatures.All));
        if (_panel!.FirmsAt(cell, Quarters - 1) < 1) return 0;
        _features!.Of(cell, _values);
        return WarningModel.Chance(model.Logit(_values, _positions));
    }

    /// <summary>Copies the counts of the last quarters, oldest first.</summary>
    private void Look(Clusters clusters, Regions regions, int seen)
    {
        int activities = clusters.Count / regions.Count;
        if (_panel is null || _panel.Regions.Count != regions.Count || _panel.Activities.Count != activities)
        {
            _panel = new CellPanel(new string[regions.Count], new string[activities], 1, Quarters, perYear: 4, sizedByJobs: true) { People = new double[regions.Count * Quarters] };
            _features = new CellFeatures(_panel);
        }
        for (int date = 0; date < Quarters; date++)
        {
            int place = (seen + date) % Quarters;
            for (int region = 0; region < regions.Count; region++) _panel.People![region * Quarters + date] = regions.PeopleCounted[region][place];
            for (int cell = 0; cell < clusters.Count; cell++)
            {
                _panel.Firms[cell * Quarters + date] = clusters.Counted[cell].FirmCount[place];
                _panel.Jobs[cell * Quarters + date] = clusters.Counted[cell].Headcount[place];
            }
        }
        _panel.Recount();
        _features!.MoveTo(Quarters - 1);
        _seen = seen;
    }
}
