using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class CommunitiesTests
{
    private static readonly Communities.Parameters Off = new() { Forum = 0, Colleagues = 0, JointShare = 0 };

    /// <summary>At eight meetings, the most that count, a member attends every month.</summary>
    private static readonly Communities.Parameters EveryMonth = Off with { Forum = 1 / 8.0 };

    [Test]
    public void Step_Forum_TeachesMembersFromOtherMembersOnly()
    {
        World world = Association(meetings: 8);
        int pupil = Member(world, 0), teacher = Member(world, 0.4, 0.55);
        int outsider = Worlds.AddFirm(world), star = Worlds.AddFirm(world, competence: 2);
        Worlds.Step(world, new Communities(EveryMonth with { Absorption = 0.15, Convergence = 0.3 }));
        double gain = 0.15 * 0.4 * Math.Exp(-0.5);
        Assert.That(world.Firms.Competence[pupil], Is.EqualTo(gain).Within(1e-12));
        Assert.That(world.Firms.Competence.Span[1..].ToArray(), Is.EqualTo(new[] { 0.4, 0, 2 }), "teacher, outsider and star");
        Assert.That(world.Firms.Knowledge[pupil][0], Is.EqualTo(0.3 * 0.55).Within(1e-12));
        Assert.That(world.Clusters.LearntAtForums[0], Is.EqualTo(gain).Within(1e-12));
        Assert.That((world.Firms.Member[outsider], world.Firms.Member[star]), Is.EqualTo(((byte)0, (byte)0)));
    }

    [Test]
    public void Step_JointDevelopment_ServesBothPartnersByHowWellTheyUnderstandEachOther()
    {
        World world = Association(meetings: 8);
        int one = Member(world, 0), other = Member(world, 0, 0.55);
        Worlds.Step(world, new Communities(EveryMonth with { Convergence = 0, JointShare = 1, JointGain = 0.04 }));
        double each = 2 * 0.04 * Math.Exp(-0.5); // each of the two attends
        Assert.That(world.Firms.Competence[one], Is.EqualTo(each).Within(1e-12));
        Assert.That(world.Firms.Competence[other], Is.EqualTo(each).Within(1e-12));
        Assert.That(world.Clusters.JointDevelopments[0], Is.EqualTo(2));
        Assert.That(world.Clusters.LearntAtForums[0], Is.EqualTo(2 * each).Within(1e-12));
    }

    [Test]
    public void Step_Attendance_FollowsTheMeetingsThatTheAssociationPaysFor()
    {
        const int members = 400, months = 20;
        World world = Association(meetings: 2);
        for (int i = 0; i < members; i++) Member(world, 0, 0.3);
        // Every attendance is a joint development; knowledge and competence are alike.
        var mechanism = new Communities(Off with { Forum = 0.05, JointShare = 1, JointGain = 0, Convergence = 0 });
        for (world.Tick = 0; world.Tick < months; world.Tick++) Worlds.Step(world, mechanism);
        double trials = members * months, chance = 0.05 * 2;
        Assert.That(world.Clusters.JointDevelopments[0], Is.EqualTo(trials * chance).Within(4 * Math.Sqrt(trials * chance * (1 - chance))));
    }

    [Test]
    public void Step_FormerColleagues_TeachAtTheirRateHoweverFarAway()
    {
        const int pupils = 1_000, months = 10;
        World world = Worlds.Empty(2);
        int teacher = Worlds.AddFirm(world, region: 1, competence: 0.4, staff: 0, knowledge: 0.3), dead = Worlds.AddFirm(world, competence: 9, staff: 0);
        for (int i = 0; i < pupils; i++)
        {
            int pupil = Worlds.AddFirm(world, staff: 0);
            foreach (int slot in (int[])[0, 3, 6, 7]) world.Firms.FormerEmployers[pupil][slot] = teacher + 1; // four came from there
            world.Firms.FormerEmployers[pupil][5] = dead + 1;
        }
        world.Firms.ClosedAt[dead] = 0;
        world.RefreshFirms();
        var mechanism = new Communities(Off with { Colleagues = 0.05, Absorption = 0.15, Convergence = 0 });
        int lessons = 0;
        for (world.Tick = 0; world.Tick < months; world.Tick++)
        {
            Worlds.Step(world, mechanism);
            Span<double> competence = world.Firms.Competence.Span[2..];
            foreach (double q in competence) Assert.That(q, Is.Zero.Or.EqualTo(0.15 * 0.4).Within(1e-12));
            lessons += competence.ToArray().Count(q => q > 0);
            competence.Clear();
        }
        double trials = pupils * months, chance = 4 * 0.05;
        Assert.That(lessons, Is.EqualTo(trials * chance).Within(4 * Math.Sqrt(trials * chance * (1 - chance))));
        Assert.That(world.Clusters.LearntFromMovers[0], Is.EqualTo(lessons * 0.15 * 0.4).Within(1e-9));
    }

    private static World Association(double meetings)
    {
        World world = Worlds.Empty();
        world.Clusters.Association[0] = new Association { FoundedAt = 1, Members = 2, Meetings = meetings };
        return world;
    }

    private static int Member(World world, double competence, double knowledge = 0)
    {
        int firm = Worlds.AddFirm(world, competence: competence, knowledge: knowledge, staff: 0);
        world.Firms.Member[firm] = 1;
        return firm;
    }
}
