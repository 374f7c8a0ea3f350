using System.Globalization;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClusterSim.Cli.Hosting;

/// <summary>What commands that run histories need, put together once: files, executor, and settings from the environment
/// (<c>CLUSTERSIM_THREADS=2</c>). No settings file is needed or read.</summary>
internal static class AppHost
{
    /// <param name="threads">As asked on the command line; null = the environment's, else one per processor.</param>
    /// <param name="overrides">Values of <c>--set</c>.</param>
    public static IServiceProvider Build(int? threads, IReadOnlyList<string> overrides)
    {
        HostApplicationBuilder builder = new(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddEnvironmentVariables("CLUSTERSIM_");
        int crew = threads ?? Crew(builder.Configuration["THREADS"]);
        builder.Services.AddSingleton<IScenarioFiles, DiskFiles>();
        builder.Services.AddSingleton(services => new ScenarioLoader(services.GetRequiredService<IScenarioFiles>(), overrides));
        builder.Services.AddSingleton(new ThreadedExecutor(Math.Clamp(crew, 1, 256)));
        builder.Services.AddSingleton<IExecutor>(services => services.GetRequiredService<ThreadedExecutor>());
        return builder.Build().Services;
    }

    private static int Crew(string? asked)
    {
        if (string.IsNullOrEmpty(asked)) return Environment.ProcessorCount;
        return int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out int crew) && crew > 0
            ? crew : throw new CommandException(ExitCodes.Usage, $"CLUSTERSIM_THREADS = {asked}: a number of threads is wanted, such as 4");
    }
}
