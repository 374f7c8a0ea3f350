namespace ClusterSim.Tests.House;

/// <summary>Finds circles in a directed graph.</summary>
internal static class Knots
{
    /// <summary>The strongly connected components of two nodes or more, each in ordinal order.</summary>
    /// <remarks>R. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972).</remarks>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IEnumerable<string> nodes, Func<string, IEnumerable<string>> next)
    {
        var order = new Dictionary<string, int>();
        var low = new Dictionary<string, int>();
        var open = new Stack<string>();
        var isOpen = new HashSet<string>();
        var knots = new List<IReadOnlyList<string>>();

        void Visit(string node)
        {
            order[node] = low[node] = order.Count;
            open.Push(node);
            isOpen.Add(node);
            foreach (string to in next(node))
            {
                if (order.TryGetValue(to, out int earlier))
                {
                    if (isOpen.Contains(to)) low[node] = Math.Min(low[node], earlier);
                    continue;
                }
                Visit(to);
                low[node] = Math.Min(low[node], low[to]);
            }
            if (low[node] != order[node]) return;

            // Nothing that is still open above this node reaches further back than it: together they are one component.
            var knot = new List<string>();
            string top;
            do
            {
                top = open.Pop();
                isOpen.Remove(top);
                knot.Add(top);
            }
            while (top != node);
            if (knot.Count > 1) knots.Add([.. knot.Order(StringComparer.Ordinal)]);
        }

        foreach (string node in nodes)
            if (!order.ContainsKey(node)) Visit(node);
        return knots;
    }

    /// <summary>The shortest circle inside a knot, by breadth-first search from each of its nodes.</summary>
    public static IReadOnlyList<string> ShortestCircle(IReadOnlyList<string> knot, Func<string, IEnumerable<string>> next)
    {
        List<string>? best = null;
        foreach (string start in knot)
        {
            var reachedFrom = new Dictionary<string, string>();
            var queue = new Queue<string>([start]);
            while (queue.TryDequeue(out string? node) && !reachedFrom.ContainsKey(start))
                foreach (string to in next(node))
                    if (knot.Contains(to) && reachedFrom.TryAdd(to, node)) queue.Enqueue(to);

            var circle = new List<string>();
            for (string node = reachedFrom[start]; node != start; node = reachedFrom[node]) circle.Add(node);
            circle.Add(start);
            circle.Reverse();
            if (best is null || circle.Count < best.Count) best = circle;
        }
        return best ?? [];
    }
}
