using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Firms set wages, open posts when sales outgrow staff and lay off when staff outgrow sales. Growth beyond a
/// fifth a year has to be paid for in advance.</summary>
/// <remarks>ln w = ln background + slope (A - mean A) + habit + 0.02 ln size + scarcity premium; the premium grows by <see cref="Parameters.Scarcity"/> for
/// each month beyond three in which posts stay open, and fades 2 % a month.</remarks>
[Mechanism("staffing", Id = "M06a", Theory = "labour demand", Source = "Brown and Medoff 1989 for the size premium; assumption",
    Summary = "Wages, vacancies and lay-offs")]
public sealed class Staffing(Staffing.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 2, Unit = "1", Source = "calibrated on F20", Summary = "Share of a lead in effective competence that is paid in wages")]
        public double RentSharing { get; init; } = 0.15;

        [Parameter(0, 0.5, Unit = "log point", Source = "calibrated", Summary = "Standard deviation of firms' lasting wage habits")]
        public double Habit { get; init; } = 0.08;

        [Parameter(0, 0.5, Unit = "1", Source = "Brown and Medoff 1989", Summary = "Elasticity of wages to size")]
        public double SizePremium { get; init; } = 0.02;

        [Parameter(0, 0.2, Unit = "log point a month", Source = "assumption", Summary = "Growth of the premium while posts stay open beyond three months")]
        public double Scarcity { get; init; } = 0.005;

        [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "Staff in excess of need that a firm bears before it lays off")]
        public double Patience { get; init; } = 0.3;

        [Parameter(0, 10, Unit = "share a year", Source = "assumption", Summary = "Growth that needs no money in advance")]
        public double FreeGrowth { get; init; } = 0.2;

        [Parameter(0, 500, Unit = "GBP thousand a job", Source = "assumption", Summary = "Premises and equipment of a job beyond free growth")]
        public double CapitalPerJob { get; init; } = 6;
    }

    public override void Step(World world, Draws draws)
    {
        ReadOnlySpan<int> living = world.Living, clusters = world.LivingClusters;
        Span<Payroll> payrolls = world.Firms.Payroll.Span;
        Span<double> logSize = world.Scratch.Doubles(living.Length);
        for (int i = 0; i < living.Length; i++) logSize[i] = Math.Max(1, payrolls[living[i]].Headcount);
        Reproducible.Log(logSize, logSize);
        SetWages(world, logSize);
        world.Clusters.Vacancies.Span.Clear();
        Span<double> sales = world.Firms.Sales.Span, abroad = world.Firms.Offshored.Span, trailing = world.Firms.TrailingHeadcount.Span;
        double year = world.TickLength.Divisor(12);
        for (int i = 0; i < living.Length; i++)
        {
            int firm = living[i], staff = payrolls[firm].Headcount, wanted = Staff.Wanted(sales[firm], abroad[firm]);
            trailing[firm] += (staff - trailing[firm]) / year;
            if (wanted > staff) Advertise(world, firm, clusters[i], staff, wanted);
            else Trim(world, firm, clusters[i], staff, wanted);
        }
    }

    private void SetWages(World world, ReadOnlySpan<double> logSize)
    {
        Firms firms = world.Firms;
        ReadOnlySpan<int> living = world.Living, clusters = world.LivingClusters;
        Span<Payroll> payrolls = firms.Payroll.Span;
        Span<int> standing = firms.VacancyAge.Span;
        int months = world.TickLength.Months;
        double kept = world.TickLength.Kept(0.98), scarcity = p.Scarcity * world.TickLength.Sum(0.98);
        Span<double> premium = firms.ScarcityPremium.Span, effective = firms.Effective.Span, habit = firms.WageHabit.Span, wage = firms.LogWage.Span;
        Span<double> mean = world.Activities.MeanEffective.Span, background = world.Regions.BackgroundLogWage.Span;
        for (int i = 0; i < living.Length; i++)
        {
            int firm = living[i], region = clusters[i] / mean.Length, activity = clusters[i] % mean.Length;
            standing[firm] = payrolls[firm].Vacancies > 0 ? standing[firm] + 1 : 0;
            premium[firm] = kept * premium[firm] + (standing[firm] > 3 ? scarcity * Math.Min(months, standing[firm] - 3) / months : 0);
            double lead = Math.Clamp(effective[firm] - mean[activity], -1.5, 1.5);
            wage[firm] = background[region] + p.RentSharing * lead + p.Habit * habit[firm] + p.SizePremium * logSize[i] + premium[firm];
        }
    }

    private void Advertise(World world, int firm, int cluster, int staff, int wanted)
    {
        int posts = Affordable(world.Firms, firm, staff, wanted, world.TickLength.Share(0.5)) - staff;
        world.Firms.Payroll[firm].Vacancies = posts;
        world.Clusters.Vacancies[cluster] += posts;
    }

    /// <summary>Lays off, last in, first out (the staff list begins with the latest hire), what the firm will not bear; the last
    /// one stays.</summary>
    private void Trim(World world, int firm, int cluster, int staff, int wanted)
    {
        world.Firms.Payroll[firm].Vacancies = 0;
        int borne = (int)Math.Ceiling(wanted * (1 + p.Patience)) + 1;
        for (; staff > borne && staff > 1; staff--)
        {
            world.Clusters.LayOffs[cluster]++;
            world.Regions.Displaced[world.Firms.Region[firm]]++;
            Staff.Separate(world, world.Firms.Payroll[firm].FirstWorker);
        }
    }

    /// <summary>Staff that the firm can pay to equip. What was bought for earlier posts serves again, as long as the firm
    /// has not outgrown it.</summary>
    /// <param name="spent">Share of its cash that it may spend on equipment in the tick.</param>
    private int Affordable(Firms firms, int firm, int staff, int wanted, double spent)
    {
        int free = Math.Max(staff, (int)Math.Ceiling(firms.TrailingHeadcount[firm] * (1 + p.FreeGrowth)) + 1);
        int beyond = wanted - free;
        if (beyond <= 0 || p.CapitalPerJob == 0)
        {
            firms.EquippedPosts[firm] = 0;
            return wanted;
        }
        int equipped = Math.Min(firms.EquippedPosts[firm], beyond);
        // Half of the cash stays for wages each month; equipment is bought now and written off at once.
        int bought = Math.Min(beyond - equipped, (int)Math.Clamp(firms.Books[firm].Cash * spent / p.CapitalPerJob, 0, 1e6));
        firms.Books[firm].Cash -= bought * p.CapitalPerJob;
        firms.Books[firm].InvestmentBill += bought * p.CapitalPerJob;
        firms.EquippedPosts[firm] = equipped + bought;
        return free + equipped + bought;
    }
}
