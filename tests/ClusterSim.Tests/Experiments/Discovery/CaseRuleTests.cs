using ClusterSim.Experiments.Discovery;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Discovery;

public sealed class CaseRuleTests
{
    [TestCase(">= 10", 10, true, "is 10 or more")]
    [TestCase(">10", 10, false, "is above 10")]
    [TestCase("< 0", -0.5, true, "is below 0")]
    [TestCase("<=-2.5", -2.5, true, "is -2.5 or less")]
    [TestCase("= 1", 1, true, "is 1")]
    [TestCase("!= 1", 1, false, "is not 1")]
    public void Read_ARule_HoldsWhatItSays(string text, double output, bool holds, string words)
    {
        CaseRule rule = CaseRule.Read(text)!;
        Assert.That((rule.Holds(output), rule.Words), Is.EqualTo((holds, words)));
    }

    [TestCase("10")]
    [TestCase(">= ten")]
    [TestCase(">= NaN")]
    [TestCase("")]
    public void Read_NoRule_IsNull(string text) => Assert.That(CaseRule.Read(text), Is.Null);
}
