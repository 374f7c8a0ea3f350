namespace ClusterSim.Cli.Commands;

/// <summary>The texts of <c>new mechanism</c>: a mechanism that runs and changes nothing until it is given a value, and its four standard tests.</summary>
internal static class MechanismTemplate
{
    /// <summary>The mechanism.</summary>
    /// <param name="type">Name of the class.</param>
    /// <param name="name">The same in kebab-case.</param>
    /// <param name="id">Number in the model description, M26.</param>
    public static string Source(string type, string name, string id) => $$"""
        using ClusterSim.Model.Engine;
        using ClusterSim.Model.State;

        namespace ClusterSim.Model.Mechanisms;

        /// <summary>Say here what happens in the world. As it stands: firms learn a little from the best of their cluster.</summary>
        /// <remarks>c gains share (best - c) every month, over the living firms of a cluster; the best keeps what it has. Say here in which
        /// order things are updated, and give the source with its page or table.</remarks>
        [Mechanism("{{name}}", Id = "{{id}}", Theory = "the school of thought that claims it", Source = "assumption", Summary = "Firms learn a little from the best of their cluster")]
        public sealed class {{type}}({{type}}.Parameters p) : Mechanism
        {
            public sealed record Parameters
            {
                /// <summary>0, so that no result moves before a value has been chosen.</summary>
                [Parameter(0, 1, Unit = "share a month", Source = "assumption", Summary = "Part of the gap to the best that a firm closes")]
                public double Share { get; init; }
            }

            public override void Step(World world, Draws draws)
            {
                Span<double> competence = world.Firms.Competence.Span;
                for (int cluster = 0; cluster < world.Clusters.Count; cluster++)
                {
                    ReadOnlySpan<int> firms = world.FirmsOf(cluster);
                    double best = double.NegativeInfinity;
                    foreach (int firm in firms) best = Math.Max(best, competence[firm]);
                    foreach (int firm in firms) competence[firm] += Gain(competence[firm], best, p.Share);
                }
            }

            /// <summary>What a firm gains in a month, log points.</summary>
            public static double Gain(double own, double best, double share) => share * (best - own);
        }

        """.ReplaceLineEndings("\n");

    /// <summary>Its tests: the off switch, a hand calculation, the direction, and the long run.</summary>
    public static string Tests(string type, string name) => $$"""
        using ClusterSim.Model.Mechanisms;
        using ClusterSim.Model.State;
        using NUnit.Framework;

        namespace ClusterSim.Tests.Mechanisms;

        public sealed class {{type}}Tests
        {
            [Test]
            public void History_WithAShareOfZero_IsTheOneWithoutTheMechanism() =>
                Assert.That(Worlds.Run(Worlds.With(("{{name}}", new {{type}}.Parameters { Share = 0 })), 1, 60).Digest(),
                    Is.EqualTo(Worlds.Run(Worlds.With(("{{name}}", null)), 1, 60).Digest()));

            [Test]
            public void Step_TwoFirms_MovesTheLesserByItsShareOfTheGap()
            {
                World world = Worlds.Empty();
                int lesser = Worlds.AddFirm(world, competence: 0.2), best = Worlds.AddFirm(world, competence: 1.2);
                Worlds.Step(world, new {{type}}(new() { Share = 0.1 }));
                Assert.That(world.Firms.Competence[lesser], Is.EqualTo(0.3).Within(1e-12));
                Assert.That(world.Firms.Competence[best], Is.EqualTo(1.2));
            }

            [Test]
            public void Step_LargerShare_LeavesASmallerGap()
            {
                double Gap(double share)
                {
                    World world = Worlds.Empty();
                    int lesser = Worlds.AddFirm(world, competence: 0), best = Worlds.AddFirm(world, competence: 1);
                    Worlds.Step(world, new {{type}}(new() { Share = share }));
                    return world.Firms.Competence[best] - world.Firms.Competence[lesser];
                }
                Assert.That(new[] { Gap(0), Gap(0.01), Gap(0.1), Gap(1) }, Is.Ordered.Descending);
            }

            [Test]
            public void Step_ManyMonths_ClosesTheGapAtItsRate()
            {
                const int months = 120;
                World world = Worlds.Empty();
                int lesser = Worlds.AddFirm(world, competence: 0);
                Worlds.AddFirm(world, competence: 1);
                for (int month = 0; month < months; month++) Worlds.Step(world, new {{type}}(new() { Share = 0.02 }));
                Assert.That(1 - world.Firms.Competence[lesser], Is.EqualTo(Math.Pow(0.98, months)).Within(1e-12));
            }
        }

        """.ReplaceLineEndings("\n");

    /// <summary>Its line in the file of effects, true as long as its share is 0.</summary>
    public static string Effect(string name) =>
        $"  - {{part: {name}, indicator: jobs, zero-because: its share is 0 until somebody chooses a value}}\n";
}
