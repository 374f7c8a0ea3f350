namespace ClusterSim.Reporting.Data;

/// <summary>The files of a results folder: on a disk, in a page, in a test.</summary>
public interface IResultFiles
{
    /// <summary>A file by its name in the folder; null if there is none.</summary>
    TextReader? Open(string name);
}
