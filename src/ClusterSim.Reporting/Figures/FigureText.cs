namespace ClusterSim.Reporting.Figures;

/// <summary>The words of a figure, which the caller knows and the drawing does not.</summary>
public sealed record FigureText(string Id, string Title, string Unit, string Sample, string Source, string Description, string Note = "");
