using System.Diagnostics;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Scenarios;

/// <summary>Shipped files, spoilt in every way: the answer is a scenario or a list of problems, and it comes soon.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Hostile =
        ["&a ", "*a", "!!int ", "<<: ", ".inf", "-.nan", "1e400", "7e28m", "-79228162514264337593543950335bn", "1e-400", "\0", "\uFEFF", "\t", "? ", ": ", "- ", "|", ">", "%YAML 9.9\n", "---\n", "...\n", "'", "\"", "{", "}", "[", "]", "\uD800", "🏭", "~", "null", "@", "`"];

    private static readonly (string Name, Func<string, Draws, string> Spoil)[] Ways =
    [
        ("cut", (text, draws) => text[..At(draws, 1, text.Length)]),
        ("bytes", (text, draws) => Many(text, draws, (t, i) => Replace(t, At(draws, i, t.Length), 1, ((char)(draws.Bits((ulong)i, 7) % 256)).ToString()))),
        ("words", (text, draws) => Many(text, draws, (t, i) => Replace(t, At(draws, i, t.Length), 0, Hostile[At(draws, i + 100, Hostile.Length)]))),
        ("values", (text, draws) => Many(text, draws, (t, i) => Value(t, draws, i))),
        ("lines", (text, draws) => string.Join('\n', text.Split('\n').OrderBy(line => draws.Bits(Lineage.Hash(line))))),
        ("indents", (text, draws) => string.Join('\n', text.Split('\n').Select((line, i) => new string(' ', (int)(draws.Bits((ulong)i) % 4)) + line))),
        ("twice", (text, draws) => text + text[At(draws, 1, text.Length)..]),
        ("deep", (text, draws) => Replace(text, At(draws, 1, text.Length), 0, string.Concat(Enumerable.Repeat(At(draws, 2, 2) == 0 ? "[" : "{a: ", 1 + At(draws, 3, 1_000))))),
    ];

    private static IEnumerable<string> Names => Ways.Select(way => way.Name);

    [TestCaseSource(nameof(Names))]
    public void Load_OfASpoiltFile_EndsSoonInAScenarioOrInProblems(string name)
    {
        const int trials = 250;
        Func<string, Draws, string> spoil = Ways.Single(way => way.Name == name).Spoil;
        Dictionary<string, string> files = Shipped.Texts();
        int refused = 0;
        for (int trial = 0; trial < trials; trial++)
        {
            string file = Shipped.Files[trial % Shipped.Files.Count], spoilt = spoil(files[file], Worlds.DrawsOf(name, trial));
            var loader = new ScenarioLoader(new MemoryFiles(new Dictionary<string, string>(files) { [file] = spoilt }));
            var clock = Stopwatch.StartNew();
            try
            {
                if (loader.IsExperiment(file)) loader.LoadExperiment(file);
                else loader.LoadScenario(file);
            }
            catch (ScenarioException broken)
            {
                refused++;
                Assert.That(broken.Problems, Is.Not.Empty);
            }
            catch (Exception other)
            {
                Assert.Fail($"trial {trial} of {file}: {other}\n{spoilt}");
            }
            Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromMinutes(1)), $"it hangs: {spoilt}");
        }
        Assert.That(refused, Is.GreaterThan(trials / 10), "the files must have been spoilt");
    }

    private static int At(Draws draws, int draw, int count) => (int)Math.BigMul(draws.Bits((ulong)draw), (ulong)count, out _);

    private static string Many(string text, Draws draws, Func<string, int, string> once)
    {
        for (int i = 10; i < 11 + At(draws, 1, 4); i++) text = once(text, i);
        return text;
    }

    private static string Replace(string text, int at, int length, string with) => text[..at] + with + text[Math.Min(text.Length, at + length)..];

    /// <summary>Another value after one of the colons.</summary>
    private static string Value(string text, Draws draws, int draw)
    {
        int colon = text.IndexOf(": ", At(draws, draw, text.Length), StringComparison.Ordinal);
        if (colon < 0) return text;
        int end = text.AsSpan(colon + 2).IndexOfAny(",}\n");
        return Replace(text, colon + 2, Math.Max(0, end), Hostile[At(draws, draw + 100, Hostile.Length)]);
    }
}
