namespace ClusterSim.Reporting.Pages;

/// <summary>How the report looks: on a wide and a narrow screen, light and dark, and on paper.</summary>
internal static class Style
{
    public static string Css { get; } = Load();

    private static string Load()
    {
        using Stream stream = typeof(Style).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
