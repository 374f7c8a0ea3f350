namespace ClusterSim.Reporting.Figures;

/// <summary>A firm in a family tree; <paramref name="Closed"/> is NaN for one still alive, <paramref name="Parent"/> null for one without.</summary>
public sealed record FirmLife(int Firm, int? Parent, string Name, double Founded, double Closed, double PeakHeadcount);

/// <summary>Which firms of a country a family tree shows, and in which order from the top down.</summary>
public static class FirmLineages
{
    /// <summary>Whole lineages, largest first, each parent followed by its children, the latest first: so no stem from parent to child crosses another's line.
    /// A lineage too large for all that is left of <paramref name="most"/> keeps its biggest firms and their ancestors if it is the first.</summary>
    public static IReadOnlyList<FirmLife> Order(IReadOnlyList<FirmLife> firms, int most)
    {
        HashSet<int> known = [.. firms.Select(firm => firm.Firm)];
        ILookup<int, FirmLife> children = firms.Where(firm => firm.Parent is int parent && known.Contains(parent)).ToLookup(firm => firm.Parent!.Value);
        IReadOnlyList<FirmLife>[] lineages = [.. firms.Where(firm => firm.Parent is not int parent || !known.Contains(parent))
            .Select(root => Descent(root, children)).OrderByDescending(lineage => lineage.Count).ThenBy(lineage => lineage[0].Founded).ThenBy(lineage => lineage[0].Firm)];
        bool families = lineages.Length > 0 && lineages[0].Count > 1;
        var kept = new List<FirmLife>();
        foreach (IReadOnlyList<FirmLife> lineage in lineages)
        {
            if (families && lineage.Count == 1) break; // a firm without kin says nothing about kinship
            if (kept.Count + lineage.Count <= most) kept.AddRange(lineage);
            else if (kept.Count == 0) kept.AddRange(Biggest(lineage, most));
        }
        return kept;
    }

    private static List<FirmLife> Descent(FirmLife root, ILookup<int, FirmLife> children)
    {
        var order = new List<FirmLife>();
        var open = new Stack<FirmLife>([root]);
        while (open.TryPop(out FirmLife? firm))
        {
            order.Add(firm);
            // The stack turns the order round: the first pushed comes last.
            foreach (FirmLife child in children[firm.Firm].OrderBy(child => child.Founded).ThenBy(child => child.Firm)) open.Push(child);
        }
        return order;
    }

    private static IEnumerable<FirmLife> Biggest(IReadOnlyList<FirmLife> lineage, int most)
    {
        Dictionary<int, FirmLife> byFirm = lineage.ToDictionary(firm => firm.Firm);
        var kept = new HashSet<int>();
        foreach (FirmLife firm in lineage.OrderByDescending(firm => firm.PeakHeadcount).ThenBy(firm => firm.Firm))
        {
            var line = new List<int>();
            for (FirmLife? ancestor = firm; ancestor is not null && !kept.Contains(ancestor.Firm); ancestor = ancestor.Parent is int parent ? byFirm.GetValueOrDefault(parent) : null)
                line.Add(ancestor.Firm);
            if (kept.Count + line.Count <= most) kept.UnionWith(line);
        }
        return lineage.Where(firm => kept.Contains(firm.Firm));
    }
}
