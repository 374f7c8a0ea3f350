using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Tests.Experiments;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Scenarios;

public sealed class RunKeysTests
{
    [Test]
    public void Of_TheSameHistoryInTwoExperiments_IsTheSame()
    {
        Study one = Made.Study(Made.Arm("grant", Made.Policy()), Made.Arm("other", Made.Policy(budget: 9))), two = Made.Study(Made.Arm("with-another-name", Made.Policy())) with { Name = "two", Horizons = [5], Replications = 9 };
        RunKeys first = new(one, "1.2.3"), second = new(two, "1.2.3");
        Assert.That((second.Of(-1, 4), second.Of(0, 4)), Is.EqualTo((first.Of(-1, 4), first.Of(0, 4))));
        Assert.That(first.Of(0, 4), Does.Match("^[0-9a-f]{16}$"));
    }

    [Test]
    public void Of_AnythingElse_Differs()
    {
        Study study = Made.Study(Made.Arm("grant", Made.Policy()), Made.Arm("more", Made.Policy(budget: 9)));
        RunKeys keys = new(study, "1.2.3");
        string[] all = [keys.Of(-1, 4), keys.Of(0, 4), keys.Of(1, 4), keys.Of(0, 5), new RunKeys(study, "1.2.4").Of(0, 4), new RunKeys(study with { Seed = 2 }, "1.2.3").Of(0, 4), new RunKeys(study with { StoredState = [1] }, "1.2.3").Of(0, 4)];
        Assert.That(all, Is.Unique);
    }
}
