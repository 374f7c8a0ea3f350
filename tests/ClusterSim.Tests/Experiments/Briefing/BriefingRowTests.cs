using ClusterSim.Experiments.Briefing;
using ClusterSim.Experiments.Cases;
using ClusterSim.Experiments.Facts;
using ClusterSim.Model;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Briefing;

/// <summary>Every claim of the briefing has its counterpart and a run.</summary>
public sealed class BriefingRowTests
{
    private static readonly string[] Files = [.. Repository.Files("scenarios", ".yaml").Select(path => path.Replace('\\', '/'))];

    [Test]
    public void Rows_OfTheFile_AreAllClaimsAndQuestionsInOrder() =>
        Assert.That(BriefingRow.All.Select(row => row.Id), Is.EqualTo(Enumerable.Range(1, 68).Select(n => $"B{n:00}").Concat(Enumerable.Range(1, 4).Select(n => $"R{n}"))));

    [TestCaseSource(nameof(All))]
    public void Answers_OfARow_AreThereByName(BriefingRow row)
    {
        Assert.That(row.Answers, Is.Not.Empty);
        foreach (string answer in row.Answers)
            Assert.That(ClusterModel.Catalogue.Parts.Any(part => part.Name == answer) || Fact.All.Any(fact => fact.Id == answer)
                || CaseStatistics.All.ContainsKey(answer) || Files.Any(file => file.EndsWith($"/{answer}.yaml", StringComparison.Ordinal)), Is.True, answer);
    }

    [TestCaseSource(nameof(All))]
    public void Run_OfARow_NamesFilesAndMechanismsThatAreThere(BriefingRow row)
    {
        string[] words = row.Run.Split(' ');
        Assert.That(words[0], Is.AnyOf("run", "compare", "validate", "explain", "list", "diff", "detect"));
        foreach (string file in words.Where(word => word.EndsWith(".yaml", StringComparison.Ordinal)))
            Assert.That(Files.Any(path => path.EndsWith(file, StringComparison.Ordinal)), Is.True, file);
        for (int i = 1; i < words.Length; i++)
            if (words[i - 1] == "--without") Assert.That(ClusterModel.Mechanisms.Any(part => part.Name == words[i]), Is.True, words[i]);
    }

    private static IEnumerable<TestCaseData> All() => BriefingRow.All.Select(row => new TestCaseData(row).SetArgDisplayNames(row.Id));
}
