using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Detection;

/// <summary>What came of a cell between the year of its features and the year by which events must come.</summary>
/// <param name="Cell">Row of the cell.</param>
/// <param name="GrowthYear">Year of lasting growth; 0 = none.</param>
/// <param name="ThirtyYear">First year in which it is 30 % larger than at the start; 0 = it is not at the end.</param>
public sealed record CellOutcome(int Cell, int GrowthYear, int ThirtyYear);

/// <summary>The score and the plain rule judged by what happened, under one definition of the event.</summary>
/// <param name="Event">Kebab-case.</param>
/// <param name="Words">The definition.</param>
public sealed record JudgedEvent(string Event, string Words, WarningTest Test);

/// <summary>Judges scores by the outcomes in a real panel: features up to one year, events after it.</summary>
/// <param name="plain">The model of LQ alone, for its probabilities.</param>
public sealed class PanelTest(RealPanel real, PanelStages stages, WarningModel model, WarningModel plain)
{
    /// <summary>By which a cell must have grown for the second definition.</summary>
    public const double Rise = 1.3;

    /// <summary>Name of the event that the score warns of.</summary>
    public const string Growth = "lasting-growth";

    /// <summary>The order of smallness: a rule that knows nothing of clusters, and shows how much an event owes to small bases.</summary>
    public const string Fewest = "fewest-firms";

    /// <summary>Years that a panel must have for a test with the full ten years of outcomes: five before, ten after, and two more in which growth holds.</summary>
    public const int Years = CellFeatures.Memory + 1 + LastingGrowth.Within + LastingGrowth.Held - 1;

    /// <summary>Cells that are ahead of the event in a year, and what came of them.</summary>
    /// <param name="date">Of the features.</param>
    /// <param name="until">The last date at which an event may come.</param>
    public IReadOnlyList<CellOutcome> Outcomes(int date, int until)
    {
        CellPanel panel = real.Panel;
        int last = Math.Min(panel.Dates - 1, until + LastingGrowth.Held - 1);
        var outcomes = new List<CellOutcome>();
        for (int cell = 0; cell < panel.Cells; cell++)
        {
            if (panel.FirmsAt(cell, date) < 1 || !LastingGrowth.IsAhead(stages.At(cell, date)) || !real.IsSpanned(cell, date - CellFeatures.Memory, last)) continue;
            double[] quotients = [.. Enumerable.Range(0, panel.Dates).Select(each => panel.Quotient(cell, each))];
            int reached = LastingGrowth.ReachedAt(stages.Of(cell), quotients, panel.Firms.AsSpan(cell * panel.Dates, panel.Dates), date, until, 1);
            outcomes.Add(new CellOutcome(cell, reached < 0 ? 0 : panel.YearOf(reached), Thirty(cell, date, until)));
        }
        return outcomes;
    }

    /// <summary>Judges by both definitions.</summary>
    /// <param name="k">Rows among the first of which precision is measured.</param>
    /// <param name="resampled">Resamples of the regions.</param>
    public IReadOnlyList<JudgedEvent> Judge(IReadOnlyList<CellOutcome> outcomes, int date, int k, ulong seed, int resampled, Action<int>? progress = null)
    {
        var features = new Dictionary<int, CellFeatures>();
        JudgedEvent growth = Judge(Growth, $"{LastingGrowth.Words} (the stage is the detector's)", outcomes, outcome => outcome.GrowthYear, date, features, k, seed, resampled, done => progress?.Invoke(done));
        return [growth, Judge("plus-30-percent", $"is {100 * (Rise - 1):0} % larger at the end than at the start", outcomes, outcome => outcome.ThirtyYear, date, features, k, seed, resampled, done => progress?.Invoke(resampled + done))];
    }

    private JudgedEvent Judge(string name, string words, IReadOnlyList<CellOutcome> outcomes, Func<CellOutcome, int> year, int date, Dictionary<int, CellFeatures> features, int k, ulong seed, int resampled, Action<int> progress)
    {
        CellPanel panel = real.Panel;
        var scores = new PanelScores(real, stages, model);
        double Logit(int cell, int at) => scores.Logit(features.TryGetValue(at, out CellFeatures? known) ? known : features[at] = new CellFeatures(panel, at), cell);
        double Quotient(int cell, int at) => panel.Quotient(cell, at);
        int position = CellFeatures.All.Select(feature => feature.Name).ToList().IndexOf(plain.Terms[0].Name);
        double[] logits = [.. outcomes.Select(outcome => Logit(outcome.Cell, date))];
        double[] chances = [.. outcomes.Select(outcome => WarningModel.Chance(plain.Logit([features[date].Of(outcome.Cell)[position]])))];
        JudgedScore[] judged =
        [
            new("score", logits, [.. logits.Select(WarningModel.Chance)], Approaches(Logit)),
            new(WarningKind.Plain, [.. outcomes.Select(outcome => Quotient(outcome.Cell, date))], chances, Approaches(Quotient)),
            new(Fewest, [.. outcomes.Select(outcome => -panel.FirmsAt(outcome.Cell, date))], null, []),
        ];
        return new JudgedEvent(name, words, WarningTest.Of([.. outcomes.Select(outcome => panel.Region(outcome.Cell))], [.. outcomes.Select(outcome => year(outcome) > 0)], judged, k, seed, resampled, progress));

        IReadOnlyList<WayToEvent> Approaches(Func<int, int, double> value) =>
        [.. outcomes.Where(outcome => year(outcome) > 0).Select(outcome =>
        {
            int reached = year(outcome) - panel.FirstYear;
            int[] way = [.. Enumerable.Range(date, reached - date)];
            return new WayToEvent(panel.Region(outcome.Cell), [.. way.Select(at => value(outcome.Cell, at))], [.. way.Select(at => (double)(reached - at))]);
        })];
    }

    private int Thirty(int cell, int date, int until)
    {
        double wanted = Rise * real.Panel.Size(cell, date);
        if (wanted <= 0 || real.Panel.Size(cell, until) < wanted) return 0;
        for (int at = date + 1; at <= until; at++)
            if (real.Panel.Size(cell, at) >= wanted) return real.Panel.YearOf(at);
        return 0;
    }
}
