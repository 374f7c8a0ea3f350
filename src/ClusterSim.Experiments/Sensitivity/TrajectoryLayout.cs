using ClusterSim.Experiments.Designs;

namespace ClusterSim.Experiments.Sensitivity;

/// <summary>Finds Morris's trajectories in a sample, and the grid on which they run.</summary>
internal static class TrajectoryLayout
{
    private const int MostLevels = 100;

    /// <summary>How far off its level a typed value may be.</summary>
    private const double Near = 1e-5;

    /// <summary>Elementary effects: one row for each trajectory, one column for each group. Those of groups of several factors have
    /// no sign. Beside them their standard errors, 0 where the sample has none.</summary>
    /// <exception cref="UnfitSampleException">The rows are no trajectories.</exception>
    public static (double[][] Effects, double[][] Errors) Effects(SensitivitySample sample)
    {
        int groups = sample.Groups.Count, height = groups + 1;
        if (sample.Rows == 0 || sample.Rows % height != 0)
            throw new UnfitSampleException($"{sample.Rows} rows are no whole number of trajectories: {groups} {(groups == sample.Factors.Count ? "factors" : "groups")} need k x {height} rows");
        double[][] places = OnGrid(sample);
        double[][] effects = new double[sample.Rows / height][], errors = new double[effects.Length][];
        double step = double.NaN;
        for (int trajectory = 0; trajectory < effects.Length; trajectory++)
        {
            (effects[trajectory], errors[trajectory]) = (new double[groups], new double[groups]);
            var moved = new HashSet<int>();
            for (int row = trajectory * height + 1; row < (trajectory + 1) * height; row++)
            {
                int group = Moving(sample, row);
                if (!moved.Add(group)) throw new UnfitSampleException($"line {sample.Lines[row]}: {sample.Groups[group].Name} moves a second time in trajectory {trajectory + 1}, so that another never does");
                FactorGroup which = sample.Groups[group];
                foreach (int factor in which.Members.Where(member => sample.Factors[member].Count == 0)) step = SameStep(sample, places, row, factor, step);
                double move = which.Members.Average(member => Math.Abs(places[row][member] - places[row - 1][member])), change = sample.Outputs[row] - sample.Outputs[row - 1];
                bool alone = which.Members.Count == 1;
                effects[trajectory][group] = (alone ? change * Math.Sign(places[row][which.Members[0]] - places[row - 1][which.Members[0]]) : Math.Abs(change)) / move;
                if (sample.Errors is double[] known) errors[trajectory][group] = Math.Sqrt(known[row] * known[row] + known[row - 1] * known[row - 1]) / move;
            }
        }
        return (effects, errors);
    }

    /// <summary>The group that moves from the row before.</summary>
    private static int Moving(SensitivitySample sample, int row)
    {
        int[] factors = [.. Enumerable.Range(0, sample.Factors.Count).Where(factor => sample.Differs(row, row - 1, factor))];
        int line = sample.Lines[row];
        if (factors.Length == 0) throw new UnfitSampleException($"line {line}: no factor moves from the row before, and in a trajectory each row moves one");
        int group = Enumerable.Range(0, sample.Groups.Count).First(each => sample.Groups[each].Members.Contains(factors[0]));
        int[] others = [.. factors.Except(sample.Groups[group].Members)];
        if (others.Length > 0)
            throw new UnfitSampleException($"line {line}: {sample.Factors[factors[0]].Name} and {sample.Factors[others[0]].Name} move in one step, and in a trajectory one factor moves at a time; are they one --group?");
        return group;
    }

    /// <summary>Places with those of continuous factors put exactly on the coarsest grid that holds them all.</summary>
    private static double[][] OnGrid(SensitivitySample sample)
    {
        int[] continuous = [.. Enumerable.Range(0, sample.Factors.Count).Where(factor => sample.Factors[factor].Count == 0)];
        int cells = 1;
        for (int row = 0; row < sample.Rows; row++)
            foreach (int factor in continuous)
            {
                // A finer grid must hold what came before too, so the search starts again at the first row.
                if (IsOn(sample.Places[row][factor], cells)) continue;
                while (cells < MostLevels && !continuous.All(each => sample.Places.Take(row + 1).All(places => IsOn(places[each], cells)))) cells++;
                if (cells == MostLevels)
                    throw new UnfitSampleException($"line {sample.Lines[row]}: {sample.Factors[factor].Name} is not on a grid of up to {MostLevels} levels between its bounds {sample.Factors[factor].Allowed}; are the bounds those of the design (--bounds)?");
            }
        double[][] places = [.. sample.Places.Select(row => row.ToArray())];
        foreach (double[] row in places)
            foreach (int factor in continuous) row[factor] = Math.Round(row[factor] * cells) / cells;
        return places;
    }

    private static bool IsOn(double place, int cells) => Math.Abs(place * cells - Math.Round(place * cells)) <= Near * cells;

    /// <summary>The step, which must be that of every other move of a continuous factor.</summary>
    private static double SameStep(SensitivitySample sample, double[][] places, int row, int factor, double step)
    {
        double move = Math.Abs(places[row][factor] - places[row - 1][factor]);
        if (double.IsNaN(step) || Math.Abs(move - step) <= Near) return move;
        throw new UnfitSampleException(FormattableString.Invariant($"line {sample.Lines[row]}: {sample.Factors[factor].Name} moves by {move:0.###} of its range {sample.Factors[factor].Allowed}, earlier moves were by {step:0.###}; are the bounds those of the design (--bounds)?"));
    }
}
