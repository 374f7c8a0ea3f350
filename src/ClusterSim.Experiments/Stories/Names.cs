using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Stories;

/// <summary>Names that firms and people keep in every history: drawn from their identity.</summary>
public static class Names
{
    private static readonly string[] First = ["Al", "Bel", "Cor", "Dan", "El", "Fer", "Gal", "Hal", "Il", "Jor", "Kel", "Lor", "Mar", "Nor", "Or", "Pel", "Quin", "Ros", "Sol", "Tor", "Ul", "Ver", "Wes", "Zan"];
    private static readonly string[] Second = ["ba", "co", "den", "fo", "gra", "lin", "ma", "nex", "per", "ra", "sen", "ta", "ver", "wick", "xa", "zo"];
    private static readonly string[] Kind = ["Works", "Systems", "Labs", "Tools", "Brothers", "Industries", "Design", "Technik"];
    private static readonly string[] Given = ["Ada", "Bruno", "Clara", "David", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Katya", "Leon", "Maria", "Nils", "Olga", "Paolo", "Qing", "Rosa", "Samir", "Tessa", "Umberto", "Vera", "Wanda", "Yusuf"];
    private static readonly string[] Family = ["Moretti", "Baker", "Costa", "Dubois", "Evans", "Fischer", "Garcia", "Hansen", "Ito", "Jansen", "Kowalski", "Lindt", "Mbeki", "Novak", "Okafor", "Patel", "Quist", "Rossi", "Sato", "Turner", "Ueda", "Varga", "Weber", "Young"];

    /// <summary>Of a firm: two syllables, a kind and a number.</summary>
    public static string Firm(ulong lineage)
    {
        ulong mixed = Lineage.Mix(lineage);
        return $"{First[mixed % 24]}{Second[(mixed >> 8) % 16]} {Kind[(mixed >> 16) % 8]} {(mixed >> 24) % 1000}";
    }

    /// <summary>Of a worker.</summary>
    public static string Person(ulong lineage)
    {
        ulong mixed = Lineage.Mix(lineage);
        return $"{Given[mixed % 24]} {Family[(mixed >> 8) % 24]}";
    }
}
