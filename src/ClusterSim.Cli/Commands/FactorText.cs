using System.Globalization;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Designs;
using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Cli.Commands;

/// <summary>Factors and groups as they are typed: <c>x=0:1</c>, <c>n=1:5:int</c>, <c>rule=open,closed</c>; <c>all=x,n</c>.</summary>
internal static class FactorText
{
    public const string Forms = "NAME=LOW:HIGH, NAME=LOW:HIGH:int for whole numbers, or NAME=A,B,C for levels";

    private const int MostCells = 1_000_000;

    /// <param name="option">Where they were given, for messages.</param>
    public static IReadOnlyList<Factor> Read(string option, IReadOnlyList<string> given)
    {
        var factors = new List<Factor>();
        foreach (string text in given)
        {
            Factor factor = ReadOne(option, text);
            if (factors.Exists(each => each.Name == factor.Name)) throw Wrong($"{option} {text}: {factor.Name} is there twice");
            factors.Add(factor);
        }
        return factors;
    }

    /// <summary>Named groups, and every other factor as its own; in the order of their first factors.</summary>
    public static IReadOnlyList<FactorGroup> Groups(IReadOnlyList<string> given, IReadOnlyList<Factor> factors)
    {
        string[] names = [.. factors.Select(factor => factor.Name)];
        var groups = new List<FactorGroup>();
        var taken = new Dictionary<int, string>();
        foreach (string text in given)
        {
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1 || equals == text.Length - 1) throw Wrong($"--group {text}: NAME=FACTOR,FACTOR is wanted");
            string name = text[..equals];
            if (names.Contains(name) || groups.Exists(group => group.Name == name)) throw Wrong($"--group {text}: {name} is the name of another {(names.Contains(name) ? "factor" : "group")}");
            var members = new List<int>();
            foreach (string member in text[(equals + 1)..].Split(','))
            {
                int index = Array.IndexOf(names, member);
                if (index < 0) throw Wrong($"--group {text}: there is no factor {member}{Nearest.Hint(member, names)}");
                if (!taken.TryAdd(index, name)) throw Wrong($"--group {text}: {member} is in group {taken[index]} already");
                members.Add(index);
            }
            groups.Add(new FactorGroup(name, [.. members.Order()]));
        }
        return [.. groups.Concat(FactorGroup.Each(factors).Where(each => !taken.ContainsKey(each.Members[0]))).OrderBy(group => group.Members[0])];
    }

    private static Factor ReadOne(string option, string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1 || equals == text.Length - 1) throw Wrong($"{option} {text}: {Forms} is wanted");
        string name = text[..equals], values = text[(equals + 1)..];
        if (!values.Contains(':', StringComparison.Ordinal)) return Levels(option, text, name, values.Split(','));
        string[] parts = values.Split(':');
        if (parts.Length > 3 || parts.Length == 3 && parts[2] != "int") throw Wrong($"{option} {text}: {Forms} is wanted");
        double low = Number(parts[0]), high = Number(parts[1]);
        if (!(low < high)) throw Wrong($"{option} {text}: the lower bound must be below the upper one");
        if (parts.Length == 2) return new ContinuousFactor(name, low, high);
        if (low != Math.Floor(low) || high != Math.Floor(high) || high - low >= MostCells || Math.Abs(low) > int.MaxValue || Math.Abs(high) > int.MaxValue)
            throw Wrong($"{option} {text}: whole numbers are wanted, at most {MostCells} of them");
        return new WholeFactor(name, (int)low, (int)high);

        double Number(string word) => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number : throw Wrong($"{option} {text}: \"{word}\" is not a number");
    }

    private static LevelFactor Levels(string option, string text, string name, string[] levels)
    {
        if (levels.Length < 2 || levels.Contains("")) throw Wrong($"{option} {text}: {Forms} is wanted, and two levels at least");
        string? twice = levels.CountBy(level => level).FirstOrDefault(level => level.Value > 1).Key;
        return twice is null ? new LevelFactor(name, levels) : throw Wrong($"{option} {text}: level {twice} is there twice");
    }

    private static CommandException Wrong(string message) => new(ExitCodes.Usage, message);
}
