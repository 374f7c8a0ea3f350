using ClusterSim.Model;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Running;

/// <summary>When an arm starts in other pairs, found by running it there up to its start. Of the block of pairs at work all that was
/// found is kept, so that each is run once.</summary>
/// <param name="begin">Begins a history under the draws of a pair.</param>
internal sealed class PlaceboStarts(Study study, Action<History, int> begin)
{
    private readonly Dictionary<(int Arm, int Pair), int> _known = [];
    private int _block = -1;

    private int Worlds => study.Worlds?.Count ?? 1;

    /// <summary>Where the placebo of an arm that started in a pair starts there: null after every year of a search, and last the month.
    /// Others are asked within the pair's own world, since another world has other times.</summary>
    /// <param name="arm">History of the arm whose stage is read.</param>
    /// <param name="own">Month in which that arm started in the pair.</param>
    public IEnumerable<int?> Of(History arm, int number, int pair, int own)
    {
        int turn = pair / Worlds;
        if (_block != turn / PlaceboTiming.Block) _known.Clear();
        _block = turn / PlaceboTiming.Block;
        _known[(number, pair)] = own;
        foreach (int other in PlaceboTiming.Others(turn, study.Seed))
        {
            int asked = other * Worlds + pair % Worlds;
            if (!_known.TryGetValue((number, asked), out int start))
            {
                begin(arm, asked);
                for (start = First(arm.World.Programmes); start < 0 && arm.World.Tick < study.Months; start = First(arm.World.Programmes))
                {
                    if (arm.World.Tick % 12 == 0) yield return null;
                    arm.Advance();
                }
                _known[(number, asked)] = start;
            }
            if (start < 0) continue;
            yield return start;
            yield break;
        }
        yield return own;
    }

    /// <summary>The arm with its policy moved to a date, in the region in which it would have acted; at no date where it never started.</summary>
    public static ModelConfiguration Moved(ModelConfiguration configuration, int month, string region) => configuration with
    {
        Policies = [.. configuration.Policies.Select(policy => policy with { Start = new StartRule { Month = month < 0 ? int.MaxValue : month }, Region = month < 0 ? policy.Region : region, Fallback = -1 })],
    };

    private static int First(Programmes programmes)
    {
        int first = -1;
        for (int row = 0; row < programmes.Count; row++)
            if (programmes.StartedAt[row] >= 0 && (first < 0 || programmes.StartedAt[row] < first)) first = programmes.StartedAt[row];
        return first;
    }
}
