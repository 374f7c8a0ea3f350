namespace ClusterSim.Model.State;

/// <summary>Where money and skill must add up. Each identity returns null while it holds, else a sentence with the two numbers.</summary>
internal static class AccountingIdentities
{
    private const double Cent = 1e-5; // GBP thousand

    /// <summary>A firm's cash has changed since its books were opened by what the books say.</summary>
    public static string? Cash(World world)
    {
        foreach (int firm in world.Living)
        {
            ref Books books = ref world.Firms.Books[firm];
            double change = books.Revenue - books.WageBill - books.ForeignBill - books.InputBill - books.RentBill - books.ResearchBill - books.DisputeBill - books.Dues
                - books.InvestmentBill - books.TaxesAndDividends + books.EquityIn + books.NetBorrowing;
            double scale = 1 + Math.Abs(books.Cash) + Math.Abs(books.Revenue) + Math.Abs(books.WageBill);
            if (!(Math.Abs(books.Cash - books.OpeningCash - change) <= 1e-9 * scale))
                return $"firm {firm} has {books.Cash - books.OpeningCash} more cash than when the month's books were opened, its books say {change}";
        }
        return null;
    }

    /// <summary>What suppliers sold in the month is what buyers ordered of them: input sales equal input purchases. Holds from
    /// the settlement of accounts until supply links change.</summary>
    public static string? Orders(World world, ref double[] ordered)
    {
        Firms firms = world.Firms;
        if (ordered.Length < firms.Count) ordered = new double[firms.Count * 2];
        Array.Clear(ordered);
        foreach (int firm in world.Living)
            for (int i = 0; i < firms.SupplierCount[firm]; i++)
            {
                int supplier = firms.Suppliers[firm][i].Supplier;
                if (firms.Alive(supplier)) ordered[supplier] += world.InputShare(firms.Activity[firm], firms.Activity[supplier]) * firms.Books[firm].Revenue;
            }
        foreach (int firm in world.Living)
        {
            double orders = firms.Books[firm].Orders;
            if (!(Math.Abs(orders - ordered[firm]) <= 1e-9 * (1 + orders))) return $"firm {firm} booked orders of {orders}, its buyers ordered {ordered[firm]}";
        }
        return null;
    }

    /// <summary>Firms pay for the skill that their people have: wages paid equal wages received. Skills are stored in single
    /// precision, so sums kept over decades agree to a ten-thousandth of a person's.</summary>
    public static string? Skills(World world, ref double[] skills)
    {
        Firms firms = world.Firms;
        if (skills.Length < firms.Count) skills = new double[firms.Count * 2];
        Array.Clear(skills);
        for (int worker = 0; worker < world.Workers.Count; worker++)
            if (world.Workers.Job[worker].Employer is >= 0 and int employer) skills[employer] += Staff.Skill(world, worker);
        foreach (int firm in world.Living)
            if (!(Math.Abs(firms.Payroll[firm].SkillSum - skills[firm]) <= 1e-4 * (1 + firms.Payroll[firm].Headcount)))
                return $"firm {firm} pays for skills of {firms.Payroll[firm].SkillSum} in all, its people have {skills[firm]}";
        return null;
    }

    /// <summary>What programmes spent was received or went on delivery, and nobody spent more than the budget.</summary>
    public static string? Programmes(World world)
    {
        Programmes programmes = world.Programmes;
        for (int row = 0; row < programmes.Count; row++)
        {
            double spent = programmes.Spent[row], accounted = programmes.Received[row] + programmes.Delivery[row];
            double budget = world.Configuration.Policies[programmes.Intervention[row]].Budget;
            if (!(Math.Abs(spent - accounted) <= Cent)) return $"programme {row} spent {spent}, of which {accounted} is accounted for";
            if (!(spent <= budget + Cent)) return $"programme {row} spent {spent} of a budget of {budget}";
        }
        return null;
    }
}
