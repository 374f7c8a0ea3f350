using System.Diagnostics;
using System.Globalization;

namespace ClusterSim.Cli.Terminal;

/// <summary>Says on stderr how far a long job is: a line that renews itself on a terminal, a line for every tenth elsewhere,
/// and nothing for jobs under two seconds or with --quiet. A clock of its own speaks up where the first item takes long.</summary>
internal sealed class Progress : IDisposable
{
    private const int Patience = 2000, Bar = 24;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _gate = new();
    private readonly string _what;
    private readonly int _total;
    private readonly bool _quiet, _terminal;
    private readonly Timer _heart;
    private int _done, _tenth = -1, _width;

    /// <param name="what">What is done, a few words.</param>
    /// <param name="total">How many items.</param>
    /// <param name="quiet">Says nothing at all.</param>
    /// <param name="plain">No line that renews itself, even on a terminal.</param>
    public Progress(string what, int total, bool quiet, bool plain = false)
    {
        (_what, _total, _quiet) = (what, total, quiet || total == 0);
        _terminal = !plain && !Console.IsErrorRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        _heart = new Timer(_ => Show(), null, Patience, _terminal ? 500 : Timeout.Infinite);
    }

    /// <summary>How precise the answer is so far; empty = nothing to say.</summary>
    public string Note { get; set; } = "";

    /// <summary>Tells that so many are done.</summary>
    public void Report(int done)
    {
        _done = done;
        if (!_terminal || done == _total) Show();
    }

    /// <summary>Ends the line.</summary>
    public void Dispose()
    {
        _heart.Dispose();
        lock (_gate)
            if (_width > 0) Console.Error.WriteLine();
        _width = 0;
    }

    private void Show()
    {
        lock (_gate)
        {
            if (_quiet || _clock.ElapsedMilliseconds < Patience) return;
            int tenth = (int)(10L * _done / _total);
            if (_terminal) Renew();
            else if (tenth > _tenth) Console.Error.WriteLine($"{_what}: {(_done > 0 ? $"{100L * _done / _total} %, " : "")}{Words()}");
            _tenth = Math.Max(tenth, _tenth);
        }
    }

    private void Renew()
    {
        int filled = (int)((long)Bar * _done / _total);
        string line = $"{_what} {new string('#', filled)}{new string('.', Bar - filled)} {Words()}";
        int most = Width() - 1;
        if (line.Length > most) line = line[..most];
        Console.Error.Write("\r" + line.PadRight(Math.Min(most, _width)));
        _width = line.Length;
    }

    private static int Width()
    {
        try
        {
            return Console.WindowWidth is > 20 and int width ? width : 80;
        }
        catch (IOException) // no window
        {
            return 80;
        }
    }

    private string Words()
    {
        double seconds = _clock.Elapsed.TotalSeconds;
        string count = string.Create(CultureInfo.InvariantCulture, $"{_done} of {_total}");
        if (_done == 0) return $"{count}, {Time(seconds)} so far";
        if (_done == _total) return $"{count} in {Time(seconds)}{Remark}";
        return $"{count}, {Rate(_done / seconds)}, about {Time((_total - _done) * seconds / _done)} left{Remark}";
    }

    private string Remark => Note.Length > 0 ? "; " + Note : "";

    private static string Rate(double perSecond) => perSecond >= 1 ? Text(perSecond, "0.#") + " a second" : Text(60 * perSecond, "0.#") + " a minute";

    private static string Time(double seconds) =>
        seconds < 90 ? Text(seconds, "0") + " s" : seconds < 5400 ? Text(seconds / 60, "0") + " min" : Text(seconds / 3600, "0.0") + " h";

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
