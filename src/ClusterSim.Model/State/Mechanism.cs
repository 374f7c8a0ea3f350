using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>A process of this model's world.</summary>
public abstract class Mechanism : Process<World>;
