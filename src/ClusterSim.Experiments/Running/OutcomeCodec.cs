using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Running;

/// <summary>Outcomes as bytes and back, number by number to the bit: what is kept of work that is done.</summary>
public static class OutcomeCodec
{
    public static void Write(BinaryWriter writer, Outcome outcome)
    {
        writer.Write7BitEncodedInt(outcome.Replication);
        writer.Write(outcome.Error);
        Write(writer, outcome.Baseline);
        Each(writer, outcome.Arms, Write);
        Each(writer, outcome.Years, Write);
        Each(writer, outcome.Files, Write);
    }

    /// <exception cref="EndOfStreamException">The bytes end too early.</exception>
    public static Outcome Read(BinaryReader reader)
    {
        int replication = reader.Read7BitEncodedInt();
        string error = reader.ReadString();
        HistorySummary baseline = ReadSummary(reader);
        return new Outcome(replication, baseline, Each(reader, ReadArm), Each(reader, ReadYear), Each(reader, ReadFiles)) { Error = error };
    }

    private static void Write(BinaryWriter writer, HistorySummary summary)
    {
        writer.Write(summary.Digest);
        writer.Write(summary.FocalRegion);
        writer.Write(summary.FocalName);
        writer.Write((byte)summary.FinalStage);
        Write(writer, summary.StageYears);
        Write(writer, summary.Final);
        Write(writer, summary.Probes);
        Each(writer, summary.Stages, (each, change) =>
        {
            each.Write7BitEncodedInt(change.Region);
            each.Write7BitEncodedInt(change.Tick);
            each.Write((byte)change.From);
            each.Write((byte)change.To);
        });
    }

    private static HistorySummary ReadSummary(BinaryReader reader) => new()
    {
        Digest = reader.ReadString(),
        FocalRegion = reader.ReadInt32(),
        FocalName = reader.ReadString(),
        FinalStage = (Stage)reader.ReadByte(),
        StageYears = ReadNumbers(reader),
        Final = ReadNumbers(reader),
        Probes = ReadNumbers(reader),
        Stages = Each(reader, each => (each.Read7BitEncodedInt(), each.Read7BitEncodedInt(), (Stage)each.ReadByte(), (Stage)each.ReadByte())),
    };

    private static void Write(BinaryWriter writer, ArmOutcome arm)
    {
        Write(writer, arm.Summary);
        writer.Write(arm.StartedAt);
        writer.Write(arm.Region);
        writer.Write(arm.Spent);
        writer.Write(arm.SpentDiscounted);
        Write(writer, arm.Twin);
        Write(writer, arm.Treated);
        Write(writer, arm.TwinFate);
        Write(writer, arm.Fate);
        Each(writer, arm.Jobs, (each, persons) => each.Write(persons));
        writer.Write(arm.EndedAt);
        Write(writer, arm.Path);
        Each(writer, arm.StagePath, (each, stage) => each.Write(stage));
    }

    private static ArmOutcome ReadArm(BinaryReader reader) => new()
    {
        Summary = ReadSummary(reader),
        StartedAt = reader.ReadInt32(),
        Region = reader.ReadInt32(),
        Spent = reader.ReadDouble(),
        SpentDiscounted = reader.ReadDouble(),
        Twin = ReadNumbers(reader),
        Treated = ReadNumbers(reader),
        TwinFate = ReadFate(reader),
        Fate = ReadFate(reader),
        Jobs = Each(reader, each => each.ReadInt32()),
        EndedAt = reader.ReadInt32(),
        Path = ReadNumbers(reader),
        StagePath = Each(reader, each => each.ReadByte()),
    };

    private static void Write(BinaryWriter writer, RegionFate fate)
    {
        writer.Write(fate.GrewIn);
        writer.Write(fate.Stands);
    }

    private static RegionFate ReadFate(BinaryReader reader) => new(reader.ReadDouble(), reader.ReadBoolean());

    private static void Write(BinaryWriter writer, YearRow row)
    {
        writer.Write(row.Arm);
        writer.Write7BitEncodedInt(row.Tick);
        writer.Write(row.Region);
        writer.Write((byte)row.Stage);
        Write(writer, row.Values);
    }

    private static YearRow ReadYear(BinaryReader reader) =>
        new(reader.ReadInt32(), reader.Read7BitEncodedInt(), reader.ReadInt32(), (Stage)reader.ReadByte(), ReadNumbers(reader));

    private static void Write(BinaryWriter writer, FileRows rows)
    {
        writer.Write(rows.Firms);
        writer.Write(rows.Deals);
        writer.Write(rows.Events);
        writer.Write(rows.Years.FirmYears);
        writer.Write(rows.Years.RegionYears);
        writer.Write(rows.Years.Moves);
        writer.Write(rows.Years.Flows);
        writer.Write(rows.Years.Wages);
        writer.Write(rows.Years.Outlays);
    }

    private static FileRows ReadFiles(BinaryReader reader) => new(reader.ReadString(), reader.ReadString(), reader.ReadString())
        { Years = new YearFiles(reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString()) };

    private static void Write(BinaryWriter writer, IReadOnlyList<double> numbers)
    {
        writer.Write7BitEncodedInt(numbers.Count);
        for (int i = 0; i < numbers.Count; i++) writer.Write(numbers[i]);
    }

    private static double[] ReadNumbers(BinaryReader reader) => Each(reader, each => each.ReadDouble());

    private static void Each<T>(BinaryWriter writer, IReadOnlyList<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write7BitEncodedInt(items.Count);
        for (int i = 0; i < items.Count; i++) write(writer, items[i]);
    }

    private static T[] Each<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new T[reader.Read7BitEncodedInt()];
        for (int i = 0; i < items.Length; i++) items[i] = read(reader);
        return items;
    }
}
