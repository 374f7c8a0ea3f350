using ClusterSim.Experiments.Detection;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Detection;

/// <summary>The shipped coefficients, and training in small.</summary>
public sealed class WarningFileTests
{
    private static readonly string Text = Repository.Read("src/ClusterSim.Experiments/Detection/early-warning.yaml");

    [Test]
    public void Shipped_Read_HasEveryModelWithItsFeatures()
    {
        WarningFile file = WarningFile.Shipped;
        Assert.That(file.Models.Keys, Is.EquivalentTo(WarningKind.All.Select(kind => kind.Name)));
        foreach (WarningKind kind in WarningKind.All) Assert.That(file.Models[kind.Name].Terms.Select(term => term.Name), Is.EqualTo(kind.Features.Select(feature => feature.Name)));
        Assert.That(file.Models[WarningKind.Public].Terms[0].Coefficient, Is.GreaterThan(0.5), "more firms, nearer to what is asked for");
        Assert.That(file.Trained, Does.Contain("seed"));
    }

    [TestCase("version: 2\n", "version: 1\n", "early-warning writes it")]
    [TestCase("model: lq-alone\n    needs", "model: lq-alon\n    needs", "is no model")]
    [TestCase("{feature: net-entry,", "{feature: entry,", "in this order")]
    [TestCase("    intercept:", "    intersept:", "intercept is missing")]
    [TestCase("models:\n", "models:\n  - 5\n", "a model")]
    public void Read_BrokenFile_SaysWhatIsWrong(string good, string bad, string words)
    {
        Assert.That(Text, Does.Contain(good));
        ScenarioException? broken = Assert.Throws<ScenarioException>(() => WarningFile.Read("mine.yaml", Text.Replace(good, bad, StringComparison.Ordinal)));
        Assert.That(broken!.Message, Does.Contain(words).And.Contain("mine.yaml:"));
    }

    [Test]
    public void Diary_OfAHistory_GivesTheDetectorWhatItSaw()
    {
        CellDiary diary = CellDiary.Keep(new History(new ModelConfiguration { Months = 240 }), 1, 0, inside: true, CancellationToken.None);
        var thresholds = new StageThresholds();
        for (int cell = 0; cell < diary.Panel.Cells; cell++)
            Assert.That(diary.Signals[cell].Sum(signal => signal.Entries - signal.Exits), Is.EqualTo(diary.Panel.FirmsAt(cell, diary.Panel.Dates - 1) - First(diary, cell)).Within(3), "entries less exits are the change of firms");
        int same = 0, all = 0;
        for (int cell = 0; cell < diary.Panel.Cells; cell++)
        {
            Stage[] again = StageLag.Detect(diary.Signals[cell], thresholds);
            for (int quarter = 0; quarter < again.Length; quarter++, all++)
                if (again[quarter] == diary.Stages[cell][quarter]) same++;
        }
        Assert.That(same / (double)all, Is.GreaterThan(0.97));
        Assert.That(diary.Inside, Has.Count.EqualTo(diary.Panel.Dates));
    }

    private static double First(CellDiary diary, int cell) => diary.Panel.FirmsAt(cell, 0) - diary.Signals[cell][0].Entries + diary.Signals[cell][0].Exits;

    [Test]
    [Category("Slow")]
    public void Training_OnTwoPresets_BeatsChanceOnWhatItHasNotSeen()
    {
        ScenarioLoader loader = Scenarios.Shipped.Loader();
        var training = new WarningTraining([.. new[] { "full", "marshall" }.Select(name => (name, loader.LoadScenario($"scenarios/theories/{name}.yaml").Configuration))], 4, 5);
        training.Live(new SequentialExecutor(), _ => { }, CancellationToken.None);
        WarningTrial halves = training.Halves(), without = training.Without(1);
        foreach (WarningTrial trial in new[] { halves, without })
            Assert.That(trial.Test.Of(WarningKind.Public, "roc-auc")!.Value, Is.GreaterThan(0.8), trial.Tested);
        string text = WarningFile.Write(training, training.Fit(_ => true), [halves, without]);
        Assert.That(WarningFile.Read("again.yaml", text).Models, Has.Count.EqualTo(WarningKind.All.Count));
    }
}
