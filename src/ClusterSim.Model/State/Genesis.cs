using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>Makes the world before the first month: places, people, activities, no firms.</summary>
public static class Genesis
{
    private const string Process = "genesis";

    /// <summary>Fills an empty world. The same seed and replication give the same country in every arm.</summary>
    public static void Create(World world, ModelConfiguration configuration, ulong run)
    {
        world.Reset(configuration);
        var draws = new Draws(run, Process, 0);
        MakeRegions(world, draws);
        MakeActivities(world);
        MakeClusters(world, draws);
        world.Derive();
        MakeInstitutions(world);
    }

    private static void MakeRegions(World world, Draws draws)
    {
        CountrySetup country = world.Configuration.Country;
        Regions regions = world.Regions;
        Span<double> share = world.Scratch.Doubles(country.Regions);
        Shares(world, draws, share);
        for (int region = 0; region < country.Regions; region++)
        {
            ulong id = Lineage.Arrival(Process, region, 0, 0, 0);
            RegionSetup? setup = region < world.Configuration.Regions.Count ? world.Configuration.Regions[region] : null;
            regions.Append();
            regions.Lineage[region] = id;
            regions.Population[region] = share[region] * country.Population;
            regions.Land[region] = (setup?.Land ?? 1) * regions.Population[region];
            regions.East[region] = country.Extent * draws.Uniform(id, 1);
            regions.North[region] = country.Extent * draws.Uniform(id, 2);
            regions.Rent[region] = 1;
            regions.Amenity[region] = setup?.Amenity ?? 0.5 * draws.Normal(id, 3);
            regions.Culture[region] = regions.InheritedCulture[region] = setup?.Culture ?? 0;
            regions.Openness[region] = setup?.Openness ?? 1;
            regions.RiskTolerance[region] = setup?.RiskTolerance ?? 0;
            regions.Protection[region] = regions.ProtectionOfLaw[region] = setup?.Protection ?? 0.5;
            regions.NonCompete[region] = setup?.NonCompete ?? country.NonCompete;
            regions.Trust[region] = regions.InheritedTrust[region] = setup?.Trust ?? country.Trust;
            regions.TestFacility[region] = setup?.TestFacility ?? 0;
            regions.Digital[region] = setup?.Digital ?? 0;
            world.PublicRecord.Append();
            world.PublicRecord.Credibility[region] = setup?.Credibility ?? 0.8;
            regions.Infrastructure[region] = setup?.Infrastructure ?? 0.5;
            regions.BackgroundLogWage[region] = Reproducible.Log(setup?.BackgroundWage ?? 1);
            regions.RiskCapital[region] = setup?.RiskCapital ?? 0.002 * regions.Population[region];
        }
    }

    private static void MakeInstitutions(World world)
    {
        Institutions institutions = world.Institutions;
        foreach (InstitutionSetup setup in world.Configuration.Institutions)
        {
            int row = institutions.Append();
            institutions.Lineage[row] = Lineage.Hash(setup.Name);
            institutions.Kind[row] = setup.Kind;
            institutions.Region[row] = Math.Max(0, world.RegionRow(setup.Region));
            institutions.Activity[row] = world.Configuration.ActivityRow(setup.Activity);
            institutions.OpensAt[row] = setup.Opens;
            institutions.Researchers[row] = setup.Researchers;
            institutions.Openness[row] = setup.Openness;
            institutions.Graduates[row] = setup.Graduates;
            institutions.Purchases[row] = setup.Purchases;
        }
    }

    /// <summary>Dirichlet shares of population; named shares are kept and the rest is divided.</summary>
    private static void Shares(World world, Draws draws, Span<double> share)
    {
        ModelConfiguration configuration = world.Configuration;
        double named = 0, drawn = 0;
        for (int region = 0; region < share.Length; region++)
        {
            double? given = region < configuration.Regions.Count ? configuration.Regions[region].PopulationShare : null;
            if (given is double value)
            {
                share[region] = -value;
                named += value;
                continue;
            }
            // A gamma variable of whole-number shape is a sum of exponentials; the fractional part is added by
            // linear weight, which is exact in the mean.
            ulong id = Lineage.Arrival(Process, region, 0, 0, 0);
            double shape = Math.Min(400, configuration.Country.Evenness), gamma = 0;
            for (int k = 0; k < shape; k++) gamma += Math.Min(1, shape - k) * draws.Exponential(id, 100 + k);
            share[region] = gamma;
            drawn += gamma;
        }
        for (int region = 0; region < share.Length; region++)
            share[region] = share[region] < 0 ? -share[region] : share[region] / drawn * Math.Max(0, 1 - named);
    }

    private static void MakeActivities(World world)
    {
        Activities activities = world.Activities;
        int count = world.Configuration.Activities.Count;
        for (int row = 0; row < count; row++)
        {
            int activity = activities.Append();
            activities.SpreadCompetence[activity] = 0.2;
            activities.Opportunity[activity] = 0.1;
            activities.Attraction[activity] = 1;
        }
        int[] tiers = Tiers(world);
        for (int activity = 0; activity < count; activity++)
        {
            activities.Tier[activity] = tiers[activity];
            for (int supplier = 0; supplier < count; supplier++) activities.InputsInAll[activity] += world.InputShare(activity, supplier);
        }
    }

    /// <summary>Steps from final demand of each activity: 0 where nobody buys it as an input, else one more than its furthest buyer's. The table of inputs has no circles.</summary>
    private static int[] Tiers(World world)
    {
        int count = world.Activities.Count;
        int[] tiers = new int[count];
        // No chain of suppliers is longer than there are activities.
        for (int pass = 1; pass < count; pass++)
            for (int buyer = 0; buyer < count; buyer++)
                for (int supplier = 0; supplier < count; supplier++)
                    if (world.InputShare(buyer, supplier) > 0) tiers[supplier] = Math.Max(tiers[supplier], 1 + tiers[buyer]);
        return tiers;
    }

    private static void MakeClusters(World world, Draws draws)
    {
        for (int region = 0; region < world.Regions.Count; region++)
            for (int activity = 0; activity < world.Activities.Count; activity++)
            {
                int cluster = world.Clusters.Append();
                double? given = activity == 0 && region < world.Configuration.Regions.Count
                    ? world.Configuration.Regions[region].NaturalAdvantage : null;
                world.Clusters.Advantage[cluster] = given
                    ?? world.Configuration.Country.AdvantageSpread * draws.Normal(Lineage.Arrival(Process, region, activity, 0, 1));
                world.Clusters.GrantProgramme[cluster] = -1;
                world.Clusters.EmbryonicAt[cluster] = -1;
                world.Clusters.PresentSince[cluster] = -1;
            }
    }
}
