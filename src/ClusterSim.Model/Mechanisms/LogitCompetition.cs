using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Customers choose among firms, and the outside good, by what they get for the price; sales drift toward the
/// share that a firm deserves.</summary>
/// <remarks>A = q - misfit - missing competences + externality + nu + input quality + services + standards + skill - diseconomy of size; share =
/// exp(kappa (A - c (ln w - saved abroad)) + goodwill) / (sum + outside). Sales close a fixed part of the gap each month, shaken by Laplace noise
/// whose scale falls with size (this imposes the growth-size law F09), and cannot exceed capacity. A logit, since a
/// replicator dynamic collapses to a handful of firms under every theory.</remarks>
[Mechanism("competition", Id = "M02", Theory = "evolutionary competition", Source = "McFadden 1974; Nelson and Winter 1982",
    Summary = "Customers choose by logit; sales drift toward the share deserved")]
public sealed class LogitCompetition(LogitCompetition.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0.1, 20, Unit = "1 per log point", Source = "calibrated on F07", Summary = "How sharply customers tell firms apart", Symbol = "kappa")]
        public double Sharpness { get; init; } = 5.8;

        [Parameter(0, 1, Unit = "1", Source = "assumption", Summary = "Share of log wages that customers meet in prices", Symbol = "c")]
        public double WagePassThrough { get; init; } = 0.3;

        [Parameter(0, 1000, Unit = "1", Source = "calibrated", Summary = "Attraction of what is bought instead, at competence 0")]
        public double OutsideGood { get; init; } = 6;

        [Parameter(0, 1, Unit = "share a month", Source = "calibrated on F05 and F07", Summary = "Part of the gap to the deserved sales that is closed")]
        public double Adjustment { get; init; } = 0.025;

        [Parameter(0, 0.5, Unit = "1", Source = "calibrated; Stanley et al. 1996", Summary = "Scale of monthly sales noise of a firm of ten")]
        public double Noise { get; init; } = 0.025;

        [Parameter(0, 1, Unit = "1", Source = "Stanley et al. 1996 (0.14 to 0.20)", Summary = "How noise falls with size")]
        public double NoiseExponent { get; init; } = 0.18;

        [Parameter(0, 2, Unit = "1", Source = "calibrated: without it 5 to 7 % of histories end as one firm", Summary = "Loss per log of staff above the span of control")]
        public double Diseconomy { get; init; } = 0.2;

        [Parameter(1, 100_000, Unit = "person", Source = "calibrated", Summary = "Staff that one management can lead")]
        public double SpanOfControl { get; init; } = 300;

        [Parameter(0, 20, Unit = "1", Source = "assumption; Bloom and Van Reenen 2007 for the sign", Summary = "Rise of the log span of control with managerial competence")]
        public double ManagerialSpan { get; init; } = 3;

        [Parameter(0, 2, Unit = "log point", Source = "assumption: about the labour share of the quality of what is sold", Summary = "Gain per log of mean skill", Symbol = "h")]
        public double SkillWeight { get; init; } = 0.3;

        [Parameter(0, 1, Unit = "log point", Source = "assumption", Summary = "Loss where there is no infrastructure at all; beyond half of the scale more does not help")]
        public double InfrastructureWeight { get; init; } = 0.05;

        [Parameter(0, 1, Unit = "log point", Source = "assumption", Summary = "Gain where all firms of the cluster keep common standards")]
        public double StandardsWeight { get; init; } = 0.02;

        [Parameter(-1, 1, Unit = "log point", Source = "calibrated", Summary = "What an average entrant has less than the mean firm")]
        public double EntrantGap { get; init; } = -0.15;
    }

    public override void Step(World world, Draws draws)
    {
        int living = world.LivingCount;
        Span<double> attraction = world.Scratch.Doubles(living, 0), logSize = world.Scratch.Doubles(living, 1);
        Appraise(world, attraction, logSize);
        Weigh(world, attraction);
        for (int month = 0; month < world.TickLength.Months; month++) Sell(world, draws.InMonth(month), month, attraction, logSize);
    }

    /// <summary>Effective competence and attraction of every living firm.</summary>
    private void Appraise(World world, Span<double> attraction, Span<double> logSize)
    {
        Firms firms = world.Firms;
        ReadOnlySpan<int> living = world.Living, clusters = world.LivingClusters;
        Span<Payroll> payrolls = firms.Payroll.Span;
        Span<double> logSkill = world.Scratch.Doubles(living.Length, 2);
        for (int i = 0; i < living.Length; i++)
        {
            int staff = payrolls[living[i]].Headcount;
            logSkill[i] = staff == 0 ? 1 : payrolls[living[i]].SkillSum / staff;
            logSize[i] = Math.Max(1, staff);
        }
        Reproducible.Log(logSkill, logSkill);
        Reproducible.Log(logSize, logSize);
        double logSpan = Reproducible.Log(p.SpanOfControl);
        Span<double> competence = firms.Competence.Span, misfit = firms.Misfit.Span, inputs = firms.InputQuality.Span,
            managerial = firms.Managerial.Span, complexity = firms.ComplexityLoss.Span, saved = firms.CostAdvantage.Span, services = firms.ServiceGain.Span, wage = firms.LogWage.Span, effective = firms.Effective.Span;
        Span<double> externality = world.Clusters.Externality.Span, advantage = world.Clusters.Advantage.Span, infrastructure = world.Regions.Infrastructure.Span;
        Span<Association> association = world.Clusters.Association.Span;
        int activities = world.Activities.Count;
        for (int i = 0; i < living.Length; i++)
        {
            int firm = living[i], cluster = clusters[i];
            double quality = competence[firm] - misfit[firm] - complexity[firm]
                + externality[cluster] + advantage[cluster] + inputs[firm] + services[firm]
                + p.StandardsWeight * association[cluster].Standards
                + p.SkillWeight * logSkill[i]
                + p.InfrastructureWeight * Math.Min(0, 2 * infrastructure[cluster / activities] - 1)
                - p.Diseconomy * Math.Max(0, logSize[i] - logSpan - p.ManagerialSpan * managerial[firm]);
            effective[firm] = quality;
            attraction[i] = p.Sharpness * (quality - p.WagePassThrough * (wage[firm] - saved[firm])) + association[cluster].Goodwill;
        }
        Reproducible.Exp(attraction, attraction);
        Span<double> stored = firms.Attraction.Span;
        for (int i = 0; i < living.Length; i++) stored[living[i]] = attraction[i];
    }

    /// <summary>Sums over the living firms of each activity, in row order.</summary>
    private struct Sums
    {
        public double Effective, Competence, Squares, Attraction, InSubmarket;
        public int Count;
    }

    /// <summary>Means, the sum of attraction, and the opportunity that an entrant sees.</summary>
    private void Weigh(World world, ReadOnlySpan<double> attraction)
    {
        int activities = world.Activities.Count;
        Span<Sums> sums = stackalloc Sums[activities];
        sums.Clear();
        ReadOnlySpan<int> living = world.Living, clusters = world.LivingClusters;
        Span<double> competence = world.Firms.Competence.Span, effective = world.Firms.Effective.Span;
        Span<byte> inSubmarket = world.Firms.InSubmarket.Span;
        for (int i = 0; i < living.Length; i++)
        {
            ref Sums own = ref sums[clusters[i] % activities];
            double q = competence[living[i]];
            own.Effective += effective[living[i]];
            own.Competence += q;
            own.Squares += q * q;
            if (inSubmarket[living[i]] == 0) own.Attraction += attraction[i];
            else own.InSubmarket += attraction[i];
            own.Count++;
        }
        for (int activity = 0; activity < activities; activity++) Weigh(world.Activities, activity, sums[activity]);
    }

    private void Weigh(Activities activities, int activity, Sums sums)
    {
        int count = sums.Count;
        activities.Firms[activity] = count;
        double mean = count == 0 ? 0 : sums.Competence / count;
        activities.MeanCompetence[activity] = mean;
        activities.MeanEffective[activity] = count == 0 ? 0 : sums.Effective / count;
        activities.SpreadCompetence[activity] = count < 2 ? 0.2 : Math.Sqrt(Math.Max(1e-6, sums.Squares / count - mean * mean));
        ref Submarket submarket = ref activities.Submarket[activity];
        activities.Attraction[activity] = sums.Attraction + p.OutsideGood * (1 - submarket.Share);
        submarket.Attraction = sums.InSubmarket + p.OutsideGood * submarket.Share;

        // A young industry of weak pioneers must not scare entrants off: below zero the mean counts only as far as
        // there are firms to be compared with.
        double reference = mean < 0 ? mean * count / (count + 10.0) : mean;
        double appeal = Reproducible.Exp(p.Sharpness * (reference + p.EntrantGap - EntrantMisfit));
        double size = activities.Volume[activity] * appeal * (1 - submarket.Share) / activities.Attraction[activity]
            + activities.PublicVolume[activity] / (count + 1);
        activities.Opportunity[activity] = Math.Clamp(size / WorthwhileSize - 0.6, 0.1, 1.5);
    }

    /// <summary>Staff below which founding is not worth while.</summary>
    private const double WorthwhileSize = 3.5;

    /// <summary>Misfit of an entrant whose knowledge lies at the usual spread around the frontier: 0.7 * 0.29.</summary>
    private const double EntrantMisfit = 0.2;

    /// <summary>In a tick of several months staff grows meanwhile: part of what sales call for that comes within a month. Firms that
    /// sell all they can fill 0.301 of their posts a month, net of leavers, in eight histories of the default scenario.</summary>
    private const double Follows = 0.3;

    private void Sell(World world, Draws draws, int month, ReadOnlySpan<double> attraction, ReadOnlySpan<double> logSize)
    {
        Firms firms = world.Firms;
        Activities activities = world.Activities;
        int living = world.LivingCount, months = world.TickLength.Months;
        Span<double> noise = world.Scratch.Doubles(living, 2), magnitude = world.Scratch.Doubles(living, 3), ahead = world.Scratch.Doubles(living, 4);
        draws.Uniforms(world.LivingLineages, noise);
        for (int i = 0; i < living; i++) magnitude[i] = 1 - 2 * Math.Abs(noise[i] - 0.5);
        Reproducible.Log(magnitude, magnitude);
        for (int i = 0; i < living; i++) noise[i] = noise[i] < 0.5 ? magnitude[i] : -magnitude[i]; // Laplace
        double log10 = Reproducible.Log(10);
        for (int i = 0; i < living; i++) magnitude[i] = -p.NoiseExponent * (logSize[i] - log10);
        Reproducible.Exp(magnitude, magnitude);

        ReadOnlySpan<int> rows = world.Living, clusters = world.LivingClusters;
        Span<double> sales = firms.Sales.Span, publicOrders = firms.PublicOrders.Span, abroad = firms.Offshored.Span, volume = activities.Volume.Span, all = activities.Attraction.Span;
        Span<Payroll> payrolls = firms.Payroll.Span;
        Span<int> tier = activities.Tier.Span;
        Span<Submarket> submarket = activities.Submarket.Span;
        Span<byte> inSubmarket = firms.InSubmarket.Span;
        for (int i = 0; i < rows.Length; i++)
        {
            int firm = rows[i], activity = clusters[i] % tier.Length;
            double deserved = tier[activity] > 0
                ? firms.Books[firm].Orders / (firms.Books[firm].Price * months)
                : inSubmarket[firm] == 0 ? volume[activity] * attraction[i] * (1 - submarket[activity].Share) / all[activity]
                : volume[activity] * attraction[i] * submarket[activity].Share / submarket[activity].Attraction;
            deserved += publicOrders[firm];
            double sold = sales[firm] + p.Adjustment * (deserved - sales[firm]);
            sold *= Math.Max(0.2, 1 + p.Noise * magnitude[i] * noise[i]);
            double capacity = month == 0 ? 1.25 * payrolls[firm].Headcount / (1 - abroad[firm]) + 2 : ahead[i];
            sales[firm] = Math.Clamp(sold, 0, capacity);
            if (months > 1) ahead[i] = capacity + Follows * Math.Max(0, 1.25 * sales[firm] + 2 - capacity);
        }
    }
}
