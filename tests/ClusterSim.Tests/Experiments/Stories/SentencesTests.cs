using System.Text.RegularExpressions;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Stories;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Stories;

public sealed class SentencesTests
{
    private static readonly (string, string)[] AllWords =
        [("firm", "F"), ("parent", "P"), ("founder", "A"), ("region", "R"), ("staff", "60"), ("amount", "1,000"), ("round", "2"), ("policy", "grant")];

    /// <summary>A stage, an end or an investor without a sentence of its own would be told in general words.</summary>
    [Test]
    public void Sentences_OfEveryKind_AreThere()
    {
        string[] wanted = [.. Kinds<Stage>("stage", 0), .. Kinds<Closure>("closure", 1), .. Kinds<InvestorKind>("investment", 0), "spin-off", "first-firm", "policy-start"];
        Assert.That(wanted.Except(Sentences.Ids), Is.Empty);
    }

    [Test]
    public void Sentences_WithAllTheirWords_HoldNoBlank()
    {
        foreach (string id in Sentences.Ids) Assert.That(Sentences.Of(id, "", AllWords), Does.Not.Contain("{").And.Not.Empty);
    }

    [Test]
    public void Sentence_OfAWordWithBraces_KeepsThemOut() =>
        Assert.That(Sentences.Of("first-firm", "", ("firm", "{region}"), ("region", "York")), Is.EqualTo("(region) opens: the first of its kind in York"));

    [Test]
    public void Sentence_WithoutOneOfItsWords_IsRefused()
    {
        Assert.That(() => Sentences.Of("first-firm", "", ("firm", "F")), Throws.ArgumentException.With.Message.Contains("{region}"));
        Assert.That(() => Sentences.Of("moon-landing", ""), Throws.ArgumentException.With.Message.Contains("moon-landing"));
    }

    /// <summary>Every event of a history that has firms, deals, stages and a policy is told, and dated in order.</summary>
    [Test]
    public void Events_OfAHistory_AreToldByDate()
    {
        World world = Worlds.Run(Made.Small with { Policies = [Made.Policy()], Months = 360 }, 5, 360).World;
        string[][] rows = [.. EventFile.Rows(world, "a", 3).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Regex.Split(line, ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))];
        Assert.That(rows.Select(row => row.Length), Has.All.EqualTo(EventFile.Header.Split(',').Length));
        Assert.That(rows.Select(row => int.Parse(row[2])), Is.Ordered);
        Assert.That(rows.Select(row => row[5]).Distinct(), Is.SupersetOf(new[] { "first-firm", "spin-off", "stage", "policy-start" }));
        Assert.That(rows.Count(row => row[5] == "first-firm"), Is.LessThanOrEqualTo(world.Regions.Count));
    }

    private static IEnumerable<string> Kinds<T>(string id, int skip) where T : struct, Enum => Enum.GetValues<T>().Skip(skip).Select(kind => $"{id}-{Catalogue.Kebab(kind.ToString())}");
}
