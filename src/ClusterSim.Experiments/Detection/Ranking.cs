namespace ClusterSim.Experiments.Detection;

/// <summary>Rows in the order of a score, highest first, and how well that order finds the events. Rows of equal score share
/// their luck: every measure is its mean over the orders in which they could stand.</summary>
public sealed class Ranking
{
    private readonly double[] _scores;
    private readonly bool[] _events;
    private readonly int[] _order;

    /// <param name="scores">Finite; higher = likelier.</param>
    /// <param name="events">Row-aligned.</param>
    public Ranking(double[] scores, bool[] events)
    {
        (_scores, _events) = (scores, events);
        _order = [.. Enumerable.Range(0, scores.Length)];
        Array.Sort([.. scores.Select(score => -score)], _order);
    }

    /// <summary>Area under the ROC curve: the chance that an event scores above a row without one, a tie counting half (Hanley
    /// and McNeil 1982); NaN without both.</summary>
    /// <param name="weights">How often each row counts; row-aligned.</param>
    public double RocArea(double[] weights)
    {
        double hits = 0, misses = 0, area = 0;
        foreach ((double hit, double miss) in Ties(weights))
        {
            area += miss * (hits + hit / 2);
            (hits, misses) = (hits + hit, misses + miss);
        }
        return hits == 0 || misses == 0 ? double.NaN : area / (hits * misses);
    }

    /// <summary>Area under the precision-recall curve as average precision: the sum over thresholds of precision times the recall
    /// gained; a score that knows nothing has the share of events (Davis and Goadrich 2006). NaN without events.</summary>
    public double PrecisionRecallArea(double[] weights)
    {
        double hits = 0, all = 0, area = 0;
        foreach ((double hit, double miss) in Ties(weights))
        {
            (hits, all) = (hits + hit, all + hit + miss);
            if (all > 0) area += hit * hits / all;
        }
        return hits == 0 ? double.NaN : area / hits;
    }

    /// <summary>Share of events among the first k rows; among all where there are fewer.</summary>
    /// <param name="k">Above 0; need not be whole.</param>
    public double PrecisionAt(double k, double[] weights)
    {
        double hits = 0, all = 0;
        foreach ((double hit, double miss) in Ties(weights))
        {
            if (all + hit + miss >= k) return (hits + hit * (k - all) / (hit + miss)) / k;
            (hits, all) = (hits + hit, all + hit + miss);
        }
        return all == 0 ? double.NaN : hits / all;
    }

    /// <summary>Precision among the first share of the rows over the share of events in all.</summary>
    public double LiftAt(double share, double[] weights)
    {
        double hits = 0, all = 0;
        for (int row = 0; row < weights.Length; row++) (hits, all) = (hits + (_events[row] ? weights[row] : 0), all + weights[row]);
        return hits == 0 ? double.NaN : PrecisionAt(share * all, weights) / (hits / all);
    }

    /// <summary>The lowest score that is an alarm if at most a share of the rows without an event may give one; infinity if none can.</summary>
    public double AlarmAt(double falseShare, double[] weights)
    {
        double misses = 0, seen = 0, threshold = double.PositiveInfinity;
        for (int row = 0; row < weights.Length; row++) misses += _events[row] ? 0 : weights[row];
        for (int at = 0; at < _order.Length;)
        {
            double score = _scores[_order[at]];
            for (; at < _order.Length && _scores[_order[at]] == score; at++) seen += _events[_order[at]] ? 0 : weights[_order[at]];
            if (seen > falseShare * misses) break;
            threshold = score;
        }
        return threshold;
    }

    /// <summary>Mean squared difference of probability and outcome (Brier 1950).</summary>
    /// <param name="probabilities">Row-aligned.</param>
    public double Brier(double[] probabilities, double[] weights)
    {
        double sum = 0, all = 0;
        for (int row = 0; row < weights.Length; row++)
        {
            double miss = probabilities[row] - (_events[row] ? 1 : 0);
            (sum, all) = (sum + weights[row] * miss * miss, all + weights[row]);
        }
        return sum / all;
    }

    /// <summary>Weight with and without an event at each score, highest first.</summary>
    private IEnumerable<(double Hit, double Miss)> Ties(double[] weights)
    {
        for (int at = 0; at < _order.Length;)
        {
            double score = _scores[_order[at]], hit = 0, miss = 0;
            for (; at < _order.Length && _scores[_order[at]] == score; at++)
            {
                int row = _order[at];
                if (_events[row]) hit += weights[row];
                else miss += weights[row];
            }
            if (hit + miss > 0) yield return (hit, miss);
        }
    }
}
