using System.Globalization;

namespace ClusterSim.Cli.Storage;

/// <summary>A share of a run: every so many-th file of finished work, so that all parts hold early and late pairs alike.</summary>
/// <param name="Number">1..Of.</param>
/// <param name="Of">1 = the whole.</param>
internal sealed record Part(int Number, int Of)
{
    public const int Most = 10_000;

    public static Part Whole { get; } = new(1, 1);

    public bool IsWhole => Of == 1;

    public bool Holds(int file) => file % Of == Number - 1;

    /// <summary>Reads <c>2/8</c>; null if it is something else.</summary>
    public static Part? Parse(string text) =>
        text.Split('/') is [string number, string of]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int k) && int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out int all)
        && k >= 1 && k <= all && all <= Most ? new Part(k, all) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Of}");
}
