namespace ClusterSim.Experiments.Running;

/// <summary>What a change in jobs is made of, in persons with their signs: the first six add up to the uplift, and so do the last three.</summary>
/// <remarks>After the Additionality Guide (Homes and Communities Agency 2014) and the Green Book (HM Treasury 2022), read pair by pair. A firm is
/// the same in two histories if it has the same lineage id; a job belongs to its employer in the treated history.</remarks>
public enum JobComponent
{
    Gross,
    Deadweight,
    Substitution,
    Displacement,
    Entrants,
    Moved,
    Uplift,
    Multiplier,
    Total,
    HeldByResidents,
    HeldByRecruits,
    HeldByNonResidents,
}

/// <summary>What each component counts.</summary>
public static class JobComponents
{
    private static readonly string[] Meanings =
    [
        "Jobs of the focal activity at firms that the arm's own interventions have supported: gave their founder a grant, lured them, put a public fund's money in, trained their staff or introduced them",
        "Less the jobs that the same firms have in the untreated twin: they would have been there anyway",
        "Change at unsupported firms of the same family, parents and daughters of supported ones: people and plans that went to where the support was",
        "Change at all other unsupported firms that exist in the twin too, also where they live in one of the two histories only; below zero where neighbours lose",
        "Jobs at unsupported firms that never existed in the twin",
        "Jobs that the twin has at the same firms in another place: a firm stays where it was founded, but may be founded elsewhere",
        "Arm less twin: the difference in jobs of the focal activity, the sum of the components before",
        "Change at firms of all other activities, suppliers and customers among them",
        "Uplift and multiplier: the difference in jobs of every modelled activity",
        "Of the uplift, change in the jobs of persons who live in the place in both histories",
        "Of the uplift, jobs of persons who belong to a modelled activity with the arm alone, less those of persons who do so in the twin alone: newcomers and people of the background sector, whom a firm finds in its own region",
        "Of the uplift, jobs of persons who in the twin live on the other side of the target's border, less those of the twin whose holders live on the other side with the arm: leakage to non-residents",
    ];

    public static IReadOnlyList<JobComponent> All { get; } = Enum.GetValues<JobComponent>();

    public static string Meaning(JobComponent component) => Meanings[(int)component];
}
