namespace ClusterSim.Model.State;

/// <summary>Something that can be seen of a cell (a region-activity) and may tell that it will grow.</summary>
/// <param name="Name">Kebab-case.</param>
/// <param name="Words">What it is, in a few words that fit behind "high" and "low".</param>
/// <param name="Top">What it cannot exceed by its meaning; NaN = there is no such end, and a score cuts it off where its training
/// ends.</param>
public sealed record CellFeature(string Name, string Unit, string Words, double Top = double.NaN);
