using ClusterSim.Cli;

return Application.Invoke(args);
