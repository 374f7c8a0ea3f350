namespace ClusterSim.Reporting.Figures;

/// <summary>One row of a plot of rows: words on the left, a mark on the scale, words on the right.</summary>
internal sealed record PlotRow(string Name, string Value, Action<PlotFrame, double> Mark)
{
    /// <summary>Rows with the same group stand under one heading; empty for none.</summary>
    public string Group { get; init; } = "";

    /// <summary>Below the name, in small letters.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Below the value, in small letters.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>Set off by a shade behind the whole row.</summary>
    public bool Shaded { get; init; }
}
