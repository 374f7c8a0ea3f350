namespace ClusterSim.Model.State.LifeCycle;

/// <summary>Stages of the life cycle of a region-activity.</summary>
public enum Stage : byte { None, Embryonic, Growth, Maturity, Decline, Renewal, Dissolved }
