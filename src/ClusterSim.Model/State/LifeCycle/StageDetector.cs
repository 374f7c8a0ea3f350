using System.Runtime.CompilerServices;
using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State.LifeCycle;

/// <summary>Draft.</summary>
public sealed record StageThresholds;

public struct StageSignals
{
    public double Workers, LocationQuotient, Heterogeneity, NewSubmarketShare;
    public int Firms, Entries, Exits, SpinOffs;
}

[InlineArray(12)] public struct Ring12 { private double _f; }
[InlineArray(20)] public struct Ring20 { private double _f; }
[InlineArray(4)] public struct Ring4 { private int _f; }

public struct StageMemory
{
    public Ring12 LogWorkers; public Ring20 H; public Ring4 Net; public Ring4 Spin;
    public int Quarters, Since, Pending, PendingFor, SlowFor, FlatFor, FastFor, FallFor, RiseFor, UpFor, LowFor;
    public double Peak;
    public Stage Stage;
}

public static class StageDetector
{
    public static Stage Advance(ref StageMemory m, in StageSignals s, StageThresholds t)
    {
        int q = m.Quarters++;
        m.LogWorkers[q % 12] = Reproducible.Log(Math.Max(1, s.Workers));
        double oldH = q >= 20 ? m.H[q % 20] : 0;
        m.H[q % 20] = s.Heterogeneity;
        m.Net[q % 4] = s.Entries - s.Exits; m.Spin[q % 4] = s.SpinOffs;
        m.Peak = Math.Max(m.Peak, s.Workers);
        int n = Math.Min(12, q + 1); double g = 0;
        if (n >= 4) { double sx = 0, sy = 0, sxx = 0, sxy = 0; for (int i = 0; i < n; i++) { double y = m.LogWorkers[(q - n + 1 + i) % 12]; sx += i; sy += y; sxx += (double)i * i; sxy += i * y; } g = 4 * (n * sxy - sx * sy) / (n * sxx - sx * sx); }
        int net = m.Net[0] + m.Net[1] + m.Net[2] + m.Net[3], spin = m.Spin[0] + m.Spin[1] + m.Spin[2] + m.Spin[3];
        m.SlowFor = g < 0.02 ? m.SlowFor + 1 : 0; m.FlatFor = Math.Abs(g) < 0.02 ? m.FlatFor + 1 : 0;
        m.FastFor = g >= 0.05 ? m.FastFor + 1 : 0; m.FallFor = g <= -0.02 && s.Workers < 0.85 * m.Peak ? m.FallFor + 1 : 0;
        m.RiseFor = g >= 0 ? m.RiseFor + 1 : 0; m.UpFor = g >= 0.03 ? m.UpFor + 1 : 0;
        m.LowFor = s.LocationQuotient < 0.8 && s.Firms < 5 ? m.LowFor + 1 : 0;
        bool diverse = oldH > 0 && s.Heterogeneity >= 1.1 * oldH;
        Stage to = m.Stage; int held = q - m.Since;
        switch (m.Stage)
        {
            case Stage.None: case Stage.Dissolved when held >= 8:
                if (s.Firms >= 5 && s.LocationQuotient >= 1 && (net > 0 || spin >= 2)) to = Stage.Embryonic; break;
            case Stage.Embryonic:
                if (s.Firms >= 15 && s.LocationQuotient >= 1.25 && g >= 0.05) to = Stage.Growth;
                else if (s.Firms < 3 || s.LocationQuotient < 0.8) to = Stage.None; break;
            case Stage.Growth:
                if (m.FallFor >= 6) to = Stage.Decline;
                else if ((m.SlowFor >= 4 && s.Workers >= 0.85 * m.Peak) || m.FlatFor >= 8) to = Stage.Maturity; break;
            case Stage.Maturity:
                if (m.FallFor >= 6) to = Stage.Decline;
                else if (m.UpFor >= 4 && diverse) to = Stage.Renewal;
                else if (m.FastFor >= 6) to = Stage.Growth; break;
            case Stage.Decline:
                if (m.UpFor >= 4 && diverse) to = Stage.Renewal;
                else if (m.RiseFor >= 6) to = Stage.Maturity; break;
            case Stage.Renewal: if (held >= 12) to = Stage.Growth; break;
        }
        if (m.Stage is not (Stage.None or Stage.Dissolved) && m.Stage != Stage.Embryonic && m.LowFor >= 8) to = Stage.Dissolved;
        if (to == m.Stage) { m.PendingFor = 0; return m.Stage; }
        if (m.Pending != (int)to) { m.Pending = (int)to; m.PendingFor = 0; }
        m.PendingFor++;
        if (m.PendingFor < (to == Stage.Decline ? 6 : 4) || held < 8) return m.Stage;
        m.Stage = to; m.Since = q; m.PendingFor = 0;
        return to;
    }
}
