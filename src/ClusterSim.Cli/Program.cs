using ClusterSim.Cli;

return CommandLine.Invoke(args);
