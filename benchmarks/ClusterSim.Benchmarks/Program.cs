using BenchmarkDotNet.Running;
using ClusterSim.Benchmarks.Targets;
using ClusterSim.Benchmarks.Yardstick;

// tools/bench calls the verbs; anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["yardstick", .. string[] rest]: return YardstickRun.Run(rest);
    case ["target", .. string[] rest]: return TargetRun.Run(rest);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
