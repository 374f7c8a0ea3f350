namespace ClusterSim.Model.State;

/// <summary>How activities hang together: who buys from whom, and what carries over between them.</summary>
internal static class ActivitySpace
{
    /// <summary>The input-output table and the relatedness of activities.</summary>
    /// <returns>Two matrices, length = activities squared. Inputs: row = buyer, column = supplier, share of the buyer's sales;
    /// relatedness: symmetric, 0..1, 1 on the diagonal.</returns>
    /// <exception cref="ArgumentException">A name is unknown.</exception>
    public static (double[] Inputs, double[] Relatedness) Of(ModelConfiguration configuration)
    {
        IReadOnlyList<ActivitySetup> setups = configuration.Activities;
        int count = setups.Count;
        double[] inputs = new double[count * count], related = new double[count * count];
        for (int row = 0; row < count; row++)
        {
            ActivitySetup setup = setups[row];
            if (setup.SuppliesTo.Length > 0) inputs[configuration.ActivityRow(setup.SuppliesTo) * count + row] = setup.InputShare;
            related[row * count + row] = 1;
            if (row > 0) related[row] = related[row * count] = setup.Relatedness;
        }
        for (int row = 0; row < count; row++)
        {
            // What a buyer says of itself counts more than what its supplier says.
            foreach ((string supplier, double share) in setups[row].Inputs) inputs[row * count + configuration.ActivityRow(supplier)] = share;
            foreach ((string other, double value) in setups[row].Related)
                related[row * count + configuration.ActivityRow(other)] = related[configuration.ActivityRow(other) * count + row] = value;
        }
        return (inputs, related);
    }
}
