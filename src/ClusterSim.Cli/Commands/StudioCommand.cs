using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Terminal;

namespace ClusterSim.Cli.Commands;

/// <summary><c>studio</c>: the simulator as a page in the browser, served to this machine alone.</summary>
internal static class StudioCommand
{
    private const int UsualPort = 5178;

    public static Command Create()
    {
        var port = new Option<int?>("--port") { Description = $"Port on 127.0.0.1; without it {UsualPort}, or a free one if that is taken", HelpName = "n" };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string text }] && (!int.TryParse(text, out int number) || number is < 1 or > 65535))
                result.AddError($"--port {text}: a number from 1 to 65535 is wanted, such as {UsualPort}");
        });
        var open = new Option<bool>("--open") { Description = "Opens the page in the browser" };
        var command = new ExplainedCommand("studio", "Serves the Studio, a page that runs histories in the browser, to this machine",
            "clustersim studio --open                 builds it the first time (1 to 2 minutes), then opens it",
            "clustersim studio --port 8080            at http://127.0.0.1:8080/; Ctrl-C ends it") { port, open };
        command.SetAction(parsed => Run(parsed.GetValue(port), parsed.GetValue(open)));
        return command;
    }

    private static int Run(int? port, bool open)
    {
        string folder = StudioFolder.Find();
        using StudioServer server = Listen(folder, port);
        Console.Out.WriteLine($"ClusterSim Studio is at {server.Address} (Ctrl-C ends it)");
        if (open) Show(server.Address);
        server.Serve(Interruption.Token);
        return ExitCodes.Ok;
    }

    private static StudioServer Listen(string folder, int? port) => port is int asked
        ? StudioServer.Open(folder, asked) ?? throw new CommandException(ExitCodes.Usage, $"port {asked} is taken or not allowed: choose another, or leave --port out and a free one is found")
        : StudioServer.Open(folder, UsualPort) ?? StudioServer.Open(folder, FreePort()) ?? throw new CommandException(ExitCodes.InternalError, "no port of 127.0.0.1 could be opened");

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static void Show(string address)
    {
        try
        {
            using Process? browser = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Win32Exception)
        {
            Console.Error.WriteLine("no browser could be opened: open the address yourself");
        }
    }
}
