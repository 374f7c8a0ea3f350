using BenchmarkDotNet.Running;
using ClusterSim.Benchmarks.Yardstick;

switch (args)
{
    case ["yardstick", .. string[] rest]: return YardstickRun.Run(rest);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
