using System.Runtime.CompilerServices;
using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>A position in the space of knowledge: eight dimensions of know-how, in which nearby means alike.</summary>
[InlineArray(Dimensions)]
public struct Knowledge
{
    public const int Dimensions = 8;
    private double _first;

    /// <summary>Squared Euclidean distance, summed in the order of the dimensions.</summary>
    public static double SquaredDistance(in Knowledge a, in Knowledge b)
    {
        double sum = 0;
        for (int i = 0; i < Dimensions; i++)
        {
            double d = a[i] - b[i];
            sum += d * d;
        }
        return sum;
    }

    /// <summary>Euclidean distance.</summary>
    public static double Distance(in Knowledge a, in Knowledge b) => Math.Sqrt(SquaredDistance(a, b));

    /// <summary>Moves each dimension by a normal step of its own.</summary>
    /// <param name="step">Standard deviation in one dimension.</param>
    /// <param name="draw">Number of the first of as many draws as there are dimensions.</param>
    public void Shake(Draws draws, ulong id, double step, int draw = 10)
    {
        for (int i = 0; i < Dimensions; i++) this[i] += step * draws.Normal(id, draw + i);
    }

    /// <summary>Moves a share of the way toward a target.</summary>
    public void Approach(in Knowledge target, double share)
    {
        for (int i = 0; i < Dimensions; i++) this[i] += share * (target[i] - this[i]);
    }
}

/// <summary>Up to twelve firms that a firm learns from.</summary>
[InlineArray(Capacity)]
public struct Contacts
{
    public const int Capacity = 12;
    private int _first;
}

/// <summary>The last firms between which and this one people have moved: row + 1, 0 = none; the oldest is overwritten.</summary>
[InlineArray(Capacity)]
public struct FormerEmployers
{
    public const int Capacity = 8;
    private int _first;
}

/// <summary>One supply link: who delivers, and how far the buyer trusts them.</summary>
public struct SupplyLink
{
    /// <summary>Row of the supplier.</summary>
    public int Supplier;

    /// <summary>0..1.</summary>
    public float Trust;

    /// <summary>True where buyer and supplier count on each other.</summary>
    public readonly bool IsTrusted => Trust > 0.6f;
}

/// <summary>Up to five supply links of a buyer.</summary>
[InlineArray(Capacity)]
public struct SupplyLinks
{
    public const int Capacity = 5;
    private SupplyLink _first;
}
