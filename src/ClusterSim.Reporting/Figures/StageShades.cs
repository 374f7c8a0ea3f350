namespace ClusterSim.Reporting.Figures;

/// <summary>The stages of the life cycle in their order, each with its colour; neighbours differ in lightness.</summary>
public static class StageShades
{
    private static readonly string[] Order = ["birth", "embryonic", "growth", "maturity", "decline", "renewal", "dissolved"];
    private static readonly string[] Fills = [Palette.Birth, Palette.Embryonic, Palette.Growth, Palette.Maturity, Palette.Decline, Palette.Renewal, Palette.Dissolved];

    /// <summary>The colour of a stage's band, of white for a word that is no stage.</summary>
    public static string Fill(string stage) => Rank(stage) is int rank and >= 0 ? Fills[rank] : Palette.Paper;

    /// <summary>The colour of words on that band.</summary>
    public static string Words(string stage) => Rank(stage) == 3 ? Palette.Paper : Palette.Ink;

    private static int Rank(string stage) =>
        Array.IndexOf(Order, string.Equals(stage, "none", StringComparison.OrdinalIgnoreCase) ? "birth" : stage.ToLowerInvariant());
}
