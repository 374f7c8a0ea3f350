namespace ClusterSim.Model.State;

/// <summary>How activities hang together: who buys from whom, and what carries over between them.</summary>
internal static class ActivitySpace
{
    /// <summary>The input-output table and the relatedness of activities.</summary>
    /// <returns>Two matrices, length = activities squared. Inputs: row = buyer, column = supplier, share of the buyer's sales;
    /// relatedness: symmetric, 0..1, 1 on the diagonal.</returns>
    /// <exception cref="ArgumentException">A name is unknown.</exception>
    public static (double[] Inputs, double[] Relatedness) Of(IReadOnlyList<ActivitySetup> setups)
    {
        int count = setups.Count;
        double[] inputs = new double[count * count], related = new double[count * count];
        for (int row = 0; row < count; row++)
        {
            ActivitySetup setup = setups[row];
            if (setup.SuppliesTo.Length > 0) inputs[RowOf(setups, setup.SuppliesTo) * count + row] = setup.InputShare;
            related[row * count + row] = 1;
            if (row > 0) related[row] = related[row * count] = setup.Relatedness;
        }
        for (int row = 0; row < count; row++)
        {
            // What a buyer says of itself counts more than what its supplier says.
            foreach ((string supplier, double share) in setups[row].Inputs) inputs[row * count + RowOf(setups, supplier)] = share;
            foreach ((string other, double value) in setups[row].Related)
                related[row * count + RowOf(setups, other)] = related[RowOf(setups, other) * count + row] = value;
        }
        return (inputs, related);
    }

    /// <summary>Steps from final demand of each activity: 0 where nobody buys it as an input, else one more than its furthest buyer's.</summary>
    /// <param name="inputs">As <see cref="Of"/> returns; without circles.</param>
    public static int[] Tiers(double[] inputs, int count)
    {
        int[] tiers = new int[count];
        // No chain of suppliers is longer than there are activities.
        for (int pass = 1; pass < count; pass++)
            for (int buyer = 0; buyer < count; buyer++)
                for (int supplier = 0; supplier < count; supplier++)
                    if (inputs[buyer * count + supplier] > 0) tiers[supplier] = Math.Max(tiers[supplier], 1 + tiers[buyer]);
        return tiers;
    }

    private static int RowOf(IReadOnlyList<ActivitySetup> setups, string name)
    {
        for (int row = 0; row < setups.Count; row++)
            if (setups[row].Name == name) return row;
        throw new ArgumentException($"no activity is called {name}");
    }
}
