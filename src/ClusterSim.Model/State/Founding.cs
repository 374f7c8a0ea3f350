using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>A would-be firm on its way into the queue of foundings.</summary>
public struct Founding
{
    public ulong Lineage;
    public Origin Origin;
    public int Region;
    public int FoundingRegion;
    public int Activity;

    /// <summary>Row of the parent firm, -1 = none.</summary>
    public int Parent;

    /// <summary>Row of the founding worker, -1 = from outside.</summary>
    public int Founder;
    public double Competence;

    /// <summary>Part of the competence that is managerial, log points.</summary>
    public double Managerial;
    public Knowledge Knowledge;
    public int Colleagues;

    /// <summary>The founder's own wealth, GBP thousand.</summary>
    public double Wealth;

    /// <summary>Cost of entry of a traditional firm and of a high-tech one, GBP thousand.</summary>
    public const double TraditionalCost = 60, HighTechCost = 150;

    /// <summary>Draw numbers used here start at 900, beyond those of any founding mechanism.</summary>
    private const int SizeDraw = 900;

    /// <summary>Adds it to the queue with its size and cost of entry.</summary>
    public static void Queue(World world, Draws draws, in Founding founding)
    {
        Foundings queue = world.Foundings;
        int row = queue.Append();
        queue.Lineage[row] = founding.Lineage;
        queue.Origin[row] = founding.Origin;
        queue.Region[row] = founding.Region;
        queue.FoundingRegion[row] = founding.FoundingRegion;
        queue.Activity[row] = founding.Activity;
        queue.Parent[row] = founding.Parent;
        queue.Founder[row] = founding.Founder;
        queue.Competence[row] = founding.Competence;
        queue.Managerial[row] = founding.Managerial;
        queue.Knowledge[row] = founding.Knowledge;
        queue.Colleagues[row] = founding.Colleagues;
        double size = 3.5 * Reproducible.Exp(0.4 * draws.Normal(founding.Lineage, SizeDraw));
        queue.Size[row] = Math.Max(1 + founding.Colleagues, (int)Math.Round(Math.Min(size, 50)));
        bool highTech = world.Configuration.Activities[founding.Activity].Regime == Regime.HighTech;
        queue.Cost[row] = highTech ? HighTechCost : TraditionalCost;
        queue.OwnMoney[row] = founding.Wealth;
        queue.Backer[row] = -1;
        queue.SupportedBy[row] = -1;
        world.Clusters.Applications[world.Cluster(founding.Region, founding.Activity)]++;
    }

    /// <summary>Adds a daughter that a firm sets up in another activity of its region, with what carries over of its lead.</summary>
    /// <param name="lineage">Identity of the daughter.</param>
    /// <param name="key">Identity under which its luck is drawn.</param>
    /// <param name="transfer">Part of the parent's lead that carries over at full relatedness.</param>
    /// <param name="wealth">What the parent puts in, GBP thousand.</param>
    public static void QueueDaughter(World world, Draws draws, ulong lineage, ulong key, int parent, int target, double transfer, double wealth)
    {
        Firms firms = world.Firms;
        int activity = firms.Activity[parent], region = firms.Region[parent];
        double lead = firms.Competence[parent] - world.Activities.MeanCompetence[activity];
        Knowledge knowledge = world.Activities.Frontier[target];
        knowledge.Shake(draws, key, 0.25);
        Queue(world, draws, new Founding
        {
            Lineage = lineage,
            Origin = Origin.Diversifier,
            Region = region,
            FoundingRegion = region,
            Activity = target,
            Parent = parent,
            Founder = -1,
            Competence = world.Activities.MeanCompetence[target] - 0.05 + transfer * world.Relatedness(activity, target) * lead + 0.2 * draws.Normal(key, 1),
            Knowledge = knowledge,
            Wealth = wealth,
        });
    }

    /// <summary>Who leaves a firm to found another: the worker with the earliest exponential clock among those with a year of tenure; rate = trait;
    /// -1 = none has.</summary>
    public static int FounderFrom(World world, Draws draws, int parent)
    {
        Workers workers = world.Workers;
        var race = new Race();
        for (int worker = world.Firms.Payroll[parent].FirstWorker; worker >= 0; worker = workers.Job[worker].Next)
            if (world.Tick - workers.Job[worker].Since >= 12) race.Enter(worker, draws.Uniform(workers.Lineage[worker], 5), workers.Trait[worker]);
        return race.Winner;
    }
}
