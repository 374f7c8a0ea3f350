namespace ClusterSim.Reporting.Figures;

/// <summary>A finished figure: the same picture for a wide and for a narrow screen, its words and its numbers.</summary>
public sealed record Figure
{
    /// <summary>Kebab-case and unique on the page.</summary>
    public required string Id { get; init; }

    /// <summary>States the finding; the page prints it above the picture, which does not repeat it.</summary>
    public required string Title { get; init; }

    public required string Unit { get; init; }

    public required string Sample { get; init; }

    /// <summary>The file of the results folder that holds these numbers.</summary>
    public required string Source { get; init; }

    /// <summary>What is drawn and what it shows, for those who cannot see it.</summary>
    public required string Description { get; init; }

    public string Note { get; init; } = "";

    /// <summary>The picture as SVG, 760 units wide.</summary>
    public required string Wide { get; init; }

    /// <summary>The picture as SVG, 350 units wide.</summary>
    public required string Narrow { get; init; }

    /// <summary>Everything drawn, as numbers.</summary>
    public required FigureTable Table { get; init; }
}
