using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Cases;

/// <summary>Case statistics of whole regions, all activities together: what agencies that have several priorities are judged by.</summary>
internal static class AgencyStatistics
{
    public static double JobsHere(World world, int region)
    {
        double jobs = 0;
        for (int activity = 0; activity < world.Activities.Count; activity++) jobs += world.Clusters.Jobs[world.Cluster(region, activity)];
        return jobs;
    }

    public static double JobsOfTheCountry(World world)
    {
        double jobs = 0;
        for (int activity = 0; activity < world.Activities.Count; activity++) jobs += world.Activities.Jobs[activity];
        return jobs;
    }

    public static double JobsElsewhere(World world, int region) => JobsOfTheCountry(world) - JobsHere(world, region);

    public static double JobsElsewhereAndHalf(World world, int region) => JobsElsewhere(world, region) + JobsHere(world, region) / 2;

    public static double SpentSoFar(World world)
    {
        double spent = 0;
        for (int programme = 0; programme < world.Programmes.Count; programme++) spent += world.Programmes.Spent[programme];
        return spent;
    }
}
