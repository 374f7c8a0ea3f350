using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Running;

/// <summary>Where somebody works, by the stage of the region-activity.</summary>
public enum WagePlace
{
    /// <summary>Growth, maturity, decline or renewal.</summary>
    Cluster,

    Embryonic,

    /// <summary>No stage, or dissolved.</summary>
    Outside,
}

/// <summary>Persons of one activity with the same tenure in the same kind of place.</summary>
/// <param name="Tenure">Whole years with the employer; the last class is open.</param>
/// <param name="MeanLogWage">Mean of the natural logarithm of their wages in GBP a year: the firm's posted wage times skill.</param>
public readonly record struct WageCell(int Activity, WagePlace Place, int Tenure, int Persons, double MeanLogWage);

/// <summary>Who earns what, by tenure, in clusters and elsewhere, at one date.</summary>
public static class WageTable
{
    /// <summary>The last class of tenure, years; it is open.</summary>
    public const int Longest = 10;

    private const int Places = 3, Classes = Longest + 1;

    /// <summary>Cells with somebody in them, by activity, place and tenure.</summary>
    public static IReadOnlyList<WageCell> Of(World world)
    {
        int activities = world.Activities.Count;
        var persons = new int[activities * Places * Classes];
        var logs = new double[persons.Length];
        double background = Reproducible.Log(1000 * world.Configuration.Country.BackgroundWage);
        Workers workers = world.Workers;
        for (int worker = 0; worker < workers.Count; worker++)
        {
            Job job = workers.Job[worker];
            if (job.Employer < 0) continue;
            int firm = job.Employer, tenure = Math.Min(Longest, (world.Tick - job.Since) / 12);
            int cell = (world.Firms.Activity[firm] * Places + (int)PlaceOf(world.Clusters.Stage[world.ClusterOf(firm)])) * Classes + tenure;
            persons[cell]++;
            logs[cell] += background + world.Firms.LogWage[firm] + Reproducible.Log(Staff.Skill(world, worker));
        }
        var cells = new List<WageCell>();
        for (int cell = 0; cell < persons.Length; cell++)
            if (persons[cell] > 0)
                cells.Add(new WageCell(cell / (Places * Classes), (WagePlace)(cell / Classes % Places), cell % Classes, persons[cell], logs[cell] / persons[cell]));
        return cells;
    }

    /// <summary>The kind of place that a stage makes.</summary>
    public static WagePlace PlaceOf(Stage stage) =>
        stage switch { Stage.None or Stage.Dissolved => WagePlace.Outside, Stage.Embryonic => WagePlace.Embryonic, _ => WagePlace.Cluster };
}
