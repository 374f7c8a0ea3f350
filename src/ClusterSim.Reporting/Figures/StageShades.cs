namespace ClusterSim.Reporting.Figures;

/// <summary>The stages of the life cycle in their order, each with its colour; neighbours differ in lightness.</summary>
public static class StageShades
{
    public const string Birth = "#eceff3";
    public const string Embryonic = "#bcd3e8";
    public const string Growth = "#74a3cd";
    public const string Maturity = "#1b4b77";
    public const string Decline = "#f9b68f";
    public const string Renewal = "#7cc9c1";
    public const string Dissolved = "#a6aeb9";

    private static readonly string[] Order = ["birth", "embryonic", "growth", "maturity", "decline", "renewal", "dissolved"];
    private static readonly string[] Fills = [Birth, Embryonic, Growth, Maturity, Decline, Renewal, Dissolved];

    /// <summary>The colour of a stage's band, of white for a word that is no stage.</summary>
    public static string Fill(string stage) => Rank(stage) is int rank and >= 0 ? Fills[rank] : Palette.Paper;

    /// <summary>The colour of words on that band.</summary>
    public static string Words(string stage) => Rank(stage) == 3 ? Palette.Paper : Palette.Ink;

    private static int Rank(string stage) =>
        Array.IndexOf(Order, string.Equals(stage, "none", StringComparison.OrdinalIgnoreCase) ? "birth" : stage.ToLowerInvariant());
}
