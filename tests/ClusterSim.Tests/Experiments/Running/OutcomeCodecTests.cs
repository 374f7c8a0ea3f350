using ClusterSim.Experiments.Running;
using ClusterSim.Model.State.LifeCycle;
using CsCheck;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Running;

public sealed class OutcomeCodecTests
{
    // Any 64 bits: every NaN with its payload, both zeros, infinities, the smallest numbers.
    private static readonly Gen<double> Number = Gen.ULong.Select(BitConverter.UInt64BitsToDouble);

    private static readonly Gen<double[]> Numbers = Number.Array[0, 5];

    private static readonly Gen<HistorySummary> Summary = Gen.Select(Gen.String, Gen.Int, Numbers, Numbers, Gen.Select(Gen.Int[0, 500], Gen.Int[0, 1200], (region, tick) => (region, tick, Stage.None, Stage.Growth)).Array[0, 3],
        (word, region, one, other, stages) => new HistorySummary { Digest = word, FocalRegion = region, FocalName = word, FinalStage = Stage.Renewal, StageYears = one, Final = other, Probes = one, Stages = stages });

    private static readonly Gen<ArmOutcome> Arm = Gen.Select(Summary, Gen.Int, Number, Numbers, Gen.Int.Array[0, 4], Gen.Bool, (summary, whole, number, numbers, jobs, yes) => new ArmOutcome
    {
        Summary = summary, StartedAt = whole, Region = -1, Spent = number, SpentDiscounted = -number, Twin = numbers, Treated = [.. numbers, number],
        TwinFate = new RegionFate(number, yes), Fate = new RegionFate(-number, !yes), Jobs = jobs,
    });

    private static readonly Gen<Outcome> Any = Gen.Select(Gen.Int[0, 1_000_000], Summary, Arm.Array[0, 3], Numbers, Gen.String, (replication, baseline, arms, values, word) =>
        new Outcome(replication, baseline, arms, [new YearRow(-1, 12, -1, Stage.Decline, values)], [new FileRows(word, "", word + "\n") { Years = new YearFiles(word, "b", "c" + word, "d", word + "e", "f") }]) { Error = word });

    [Test]
    public void Read_OfWhatWasWritten_GivesTheSameBytes() => Any.Sample(outcome =>
    {
        byte[] bytes = Bytes(outcome);
        using var reader = new BinaryReader(new MemoryStream(bytes));
        Outcome back = OutcomeCodec.Read(reader);
        return reader.BaseStream.Position == bytes.Length && Bytes(back).AsSpan().SequenceEqual(bytes)
            && back.Arms.Zip(outcome.Arms).All(pair => BitConverter.DoubleToUInt64Bits(pair.First.Spent) == BitConverter.DoubleToUInt64Bits(pair.Second.Spent) && pair.First.Fate.Stands == pair.Second.Fate.Stands && pair.First.Jobs.SequenceEqual(pair.Second.Jobs))
            && back.Error == outcome.Error && back.Files[0] == outcome.Files[0] && back.Baseline.Stages.SequenceEqual(outcome.Baseline.Stages);
    });

    private static byte[] Bytes(Outcome outcome)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream)) OutcomeCodec.Write(writer, outcome);
        return stream.ToArray();
    }
}
