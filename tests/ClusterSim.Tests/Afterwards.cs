using ClusterSim.Tests.Cli;
using NUnit.Framework;

namespace ClusterSim.Tests;

/// <summary>When all tests are over, the folders of those that ran the program go.</summary>
[SetUpFixture]
public sealed class Afterwards
{
    [OneTimeTearDown]
    public void CleanUp()
    {
        CliRun.CleanUp();
        Whole.CleanUp();
    }
}
