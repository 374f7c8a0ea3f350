using System.Diagnostics;

namespace ClusterSim.Cli.Terminal;

/// <summary>Says on stderr how far a long job is: one line that renews itself on a terminal, a line for every tenth
/// elsewhere, and nothing for jobs under two seconds or with --quiet.</summary>
internal sealed class Progress(string what, int total, bool quiet)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly bool _terminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;
    private long _shownAt;
    private int _tenth;
    private bool _open;

    /// <summary>Tells that so many are done.</summary>
    public void Report(int done)
    {
        if (quiet || total == 0 || _clock.ElapsedMilliseconds < 2000) return;
        if (_terminal)
        {
            if (_clock.ElapsedMilliseconds - _shownAt < 250 && done < total) return;
            _shownAt = _clock.ElapsedMilliseconds;
            int filled = 24 * done / total;
            Console.Error.Write($"\r{what} {new string('#', filled)}{new string('.', 24 - filled)} {Words(done)}   ");
            _open = true;
        }
        else if (10 * done / total > _tenth)
        {
            _tenth = 10 * done / total;
            Console.Error.WriteLine($"{what} {100 * done / total} %: {Words(done)}");
        }
    }

    /// <summary>Ends the line.</summary>
    public void Close()
    {
        if (_open) Console.Error.WriteLine();
    }

    private string Words(int done)
    {
        double seconds = _clock.Elapsed.TotalSeconds, rate = done / seconds;
        double left = rate > 0 ? (total - done) / rate : 0;
        string eta = done == total ? $"{seconds:F0} s in all" : left < 90 ? $"{left:F0} s left" : $"{left / 60:F0} min left";
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{done} of {total}, {rate:F1} a second, {eta}");
    }
}
