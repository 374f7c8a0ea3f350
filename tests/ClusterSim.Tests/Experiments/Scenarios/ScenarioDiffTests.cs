using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.Instruments;
using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Scenarios;

public sealed class ScenarioDiffTests
{
    private static readonly Intervention Policy = new() { Name = "p", InstrumentName = "start-up-grant", Start = new StartRule { Month = 24 }, Budget = 500, Duration = 60 };
    private static readonly ShockEvent Shock = new() { Kind = "demand-shift", Month = 24 };

    private static string[] Words(ModelConfiguration before, ModelConfiguration after) => [.. ScenarioDiff.Between(before, after).Select(difference => difference.ToString())];

    private static ModelConfiguration With(string mechanism, object? parameters) => new() { Mechanisms = new Dictionary<string, object?> { [mechanism] = parameters } };

    [Test]
    public void Between_AParameterChanged_SaysBeforeAfterAndWhatItIs()
    {
        string[] words = Words(new ModelConfiguration(), With("spin-offs", new SpinOffs.Parameters { Hazard = 0.1 }));
        Assert.That(words, Is.EqualTo(new[] { "spin-offs.hazard: 0.075 becomes 0.1  (would-be spin-offs of an average firm of ten at opportunity 0.75)" }));
    }

    [Test]
    public void Between_DefaultsStatedOrLeftOut_IsNothing() => Assert.That(Words(new ModelConfiguration(), With("spin-offs", new SpinOffs.Parameters())), Is.Empty);

    [Test]
    public void Between_AMechanismSwitchedOff_SaysSoAndLosesItsParameters()
    {
        string[] words = Words(new ModelConfiguration(), With("spin-offs", null));
        Assert.That(words[0], Does.StartWith("spin-offs: on becomes off  ("));
        Assert.That(words.Skip(1), Is.Not.Empty.And.All.Match(@"^spin-offs\.[a-z-]+ is gone \(it was .+\)"));
    }

    [Test]
    public void Between_ThingsAddedAndTaken_SaysWhich()
    {
        ModelConfiguration bare = new(), with = bare with { Policies = [Policy], Months = 480 };
        Assert.That(Words(bare, with), Has.Some.EqualTo("years: 50y becomes 40y").And.Some.EqualTo("policy p is added: start-up-grant").And.Some.StartsWith("policy p.budget is added: 500k GBP"));
        Assert.That(Words(with, bare), Has.Some.EqualTo("policy p is gone (it was start-up-grant)"));
    }

    private static IEnumerable<TestCaseData> ChangedPolicies()
    {
        Intervention[] changed =
        [
            Policy with { Name = "q" }, Policy with { InstrumentName = "skills-training" }, Policy with { Parameters = new StartUpGrant.Parameters { Grant = 77 } },
            Policy with { Region = "region-3" }, Policy with { Activity = "second" }, Policy with { Duration = 61 }, Policy with { Ramp = 3 }, Policy with { Budget = 501 },
            Policy with { YearlyCap = 10 }, Policy with { DeliveryShare = 0.2 }, Policy with { Fallback = 90 }, Policy with { ExitStage = Stage.Decline },
            Policy with { Start = new StartRule { Month = 25 } }, Policy with { Start = new StartRule { Stage = Stage.Growth } }, Policy with { Start = new StartRule { Stage = Stage.None } },
            Policy with { Start = new StartRule { All = [new Condition("jobs", ">", 3)] } }, Policy with { Start = new StartRule { All = [new Condition("jobs", ">", 4)] } },
            Policy with { Start = new StartRule { All = [new Condition("jobs", ">", 4)], Quarters = 3 } },
        ];
        for (int i = 0; i < changed.Length; i++)
            for (int k = -1; k < i; k++)
                yield return new TestCaseData(k < 0 ? Policy : changed[k], changed[i]).SetName($"Between_Policies{k + 1}And{i + 1}_SeesTheDifference");
    }

    [TestCaseSource(nameof(ChangedPolicies))]
    public void Between_PoliciesThatDiffer_SeesIt(Intervention first, Intervention second) =>
        Assert.That(Words(new ModelConfiguration { Policies = [first] }, new ModelConfiguration { Policies = [second] }), Is.Not.Empty);

    [Test]
    public void Between_ShocksThatDiffer_SeesIt()
    {
        ShockEvent[] changed = [Shock, Shock with { Kind = "lay-off-wave" }, Shock with { Region = "region-2" }, Shock with { Activity = "second" }, Shock with { Month = 25 }, Shock with { Month = -1, Hazard = 0.1 }, Shock with { Month = -1, Hazard = 0.2 }];
        for (int i = 0; i < changed.Length; i++)
            for (int k = 0; k < i; k++)
                Assert.That(Words(new ModelConfiguration { Shocks = [changed[k]] }, new ModelConfiguration { Shocks = [changed[i]] }), Is.Not.Empty, $"{changed[k]} and {changed[i]}");
    }
}
