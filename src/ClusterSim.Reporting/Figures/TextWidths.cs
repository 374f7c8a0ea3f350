namespace ClusterSim.Reporting.Figures;

/// <summary>How wide words are, reckoned from the advance widths of Helvetica, since nothing here can ask a screen. Pictures state the
/// reckoned width of every line, and viewers fit the face they have to it: one without Helvetica may have one much wider.</summary>
public static class TextWidths
{
    /// <summary>Height of a line as a multiple of the font size.</summary>
    public const double LineHeight = 1.25;

    // What a bold letter has more than a plain one; a factor would be too little for words of thin letters.
    private const int BoldExtra = 56;

    // Thousandths of the font size, from space (32) to tilde (126).
    private static readonly short[] Advances =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
        556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
        556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>The width of one line.</summary>
    public static double Of(string text, double size, bool bold = false)
    {
        int thousandths = 0;
        foreach (char letter in text) thousandths += Advance(letter) + (bold && char.IsLetter(letter) ? BoldExtra : 0);
        return thousandths * size / 1000;
    }

    /// <summary>The text in lines no wider than <paramref name="width"/>; a word that is wider is broken.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, bool bold = false)
    {
        var lines = new List<string>();
        string line = "";
        foreach (string word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            string rest = word;
            if (line.Length > 0 && Of($"{line} {rest}", size, bold) <= width)
            {
                line = $"{line} {rest}";
                continue;
            }
            if (line.Length > 0) lines.Add(line);
            while (Of(rest, size, bold) > width && rest.Length > 1)
            {
                int fits = Fitting(rest, size, width, bold);
                lines.Add(rest[..fits]);
                rest = rest[fits..];
            }
            line = rest;
        }
        if (line.Length > 0) lines.Add(line);
        return lines;
    }

    /// <summary>The text in at most that many lines; what is left out shows as an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, int lines, bool bold = false)
    {
        IReadOnlyList<string> all = Wrap(text, size, width, bold);
        return all.Count <= lines ? all : [.. all.Take(lines - 1), Cut(string.Join(' ', all.Skip(lines - 1)), size, width, bold)];
    }

    /// <summary>One line no wider than <paramref name="width"/>, cut with an ellipsis if need be.</summary>
    public static string Cut(string text, double size, double width, bool bold = false) =>
        Of(text, size, bold) <= width ? text : text[..Fitting(text, size, width - Of("\u2026", size, bold), bold)].TrimEnd() + "\u2026";

    // How many letters fit, at least one; a pair of surrogates stays together.
    private static int Fitting(string text, double size, double width, bool bold)
    {
        int count = 1;
        while (count < text.Length && Of(text[..(count + 1)], size, bold) <= width) count++;
        return count < text.Length && char.IsHighSurrogate(text[count - 1]) ? Math.Max(count - 1, Math.Min(2, text.Length)) : count;
    }

    private static int Advance(char letter) => letter switch
    {
        >= ' ' and <= '~' => Advances[letter - ' '],
        '\u00a0' or '\u00b7' => 278,
        '\u2013' => 556,
        '\u2212' => 584,
        '\u2026' => 1000,
        >= '\u00a0' and < '\u0250' => char.IsUpper(letter) ? 800 : 611,
        >= '\u0300' and < '\u0370' => 0,
        >= '\u0370' and < '\u0530' => char.IsUpper(letter) ? 722 : 556,
        _ => 1000,
    };
}
