using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Founding breeds founding: where many have founded, it becomes what people do. Culture and the law of
/// intellectual property change slowly, over half a generation.</summary>
/// <remarks>c and the protection of ideas close half of the gap to where they tend within
/// <see cref="Parameters.HalvedIn"/>; c tends to what the region inherited plus gain * foundings of the year per
/// thousand people. Protection tends to what law and reform have set. Stronger protection makes imitation rarer and
/// research pay more (innovation and spillovers read it).</remarks>
[Mechanism("culture", Id = "M22", Theory = "entrepreneurial culture", Source = "Saxenian 1994; Fritsch and Wyrwich 2014; Wyrwich, Stuetzer and Sternberg 2016; B43, B55",
    Summary = "Entrepreneurial culture follows founding, and law changes slowly")]
public sealed class CultureAndLaw(CultureAndLaw.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(1, 100, Unit = "year", Source = "assumption; Fritsch and Wyrwich 2014 find start-up rates that persist for decades", Summary = "Time in which half of a gap in culture or law closes")]
        public double HalvedIn { get; init; } = 20;

        [Parameter(0, 5, Unit = "1 per founding a year and thousand people", Source = "assumption", Summary = "Culture that a lasting rate of founding breeds")]
        public double RoleModels { get; init; } = 0.2;

        [Parameter(0, 3, Unit = "1", Source = "assumption", Summary = "The most that founding can add to culture")]
        public double Most { get; init; } = 1;
    }

    public override Pace Pace => Pace.Year;

    public override void Step(World world, Draws draws)
    {
        Regions regions = world.Regions;
        int activities = world.Activities.Count;
        for (int region = 0; region < regions.Count; region++)
        {
            int founded = 0;
            for (int activity = 0; activity < activities; activity++) founded += world.Clusters.Entries[region * activities + activity];
            double rate = 1000 * (founded - regions.FoundingsSeen[region]) / Math.Max(1, regions.Population[region]);
            regions.FoundingsSeen[region] = founded;
            double culture = regions.InheritedCulture[region] + Math.Min(p.Most, p.RoleModels * rate);
            regions.Culture[region] += Closing * (culture - regions.Culture[region]);
            regions.Protection[region] += Closing * (regions.ProtectionOfLaw[region] - regions.Protection[region]);
        }
    }

    /// <summary>Part of a gap that closes in a year.</summary>
    public double Closing => -Reproducible.Expm1(-Reproducible.Log(2) / p.HalvedIn);
}
