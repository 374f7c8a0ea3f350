using System.Diagnostics;
using NUnit.Framework;

namespace ClusterSim.Tests.House;

/// <summary>The wrapper and tools/test, run in a small stand-in project with a stand-in for <c>dotnet</c>.</summary>
[Platform(Exclude = "Win", Reason = "shell scripts; Windows has clustersim.cmd")]
public sealed class ScriptTests
{
    // "dotnet build" leaves a program behind and counts itself; "dotnet test" reports what $COUNTERS says.
    private const string Dotnet = """
        #!/usr/bin/env bash
        case $1 in
          --version) echo "${SDK-10.0.100}" ;;
          --list-sdks) echo "8.0.100 [there]" ;;
          build)
            echo build >>"$PROJECT/builds"
            [ -z "${BROKEN-}" ] || { echo "error CS0000: planted"; exit 1; }
            sleep "${SLOW-0}"
            mkdir -p "$PROJECT/.build/bin/ClusterSim.Cli/release"
            echo >"$PROJECT/.build/bin/ClusterSim.Cli/release/clustersim.dll" ;;
          test)
            while [ $# -gt 0 ]; do [ "$1" = --results-directory ] && results=$2; [ "$1" = --filter ] && echo "filter $2"; shift; done
            echo "  Passed Something [1 ms]"
            [ -z "${COUNTERS-}" ] || echo "<Counters total=\"9\" $COUNTERS />" >"$results/tests.trx"
            exit "${STATUS-0}" ;;
          *clustersim.dll) shift; echo "ran in $PWD with $# arguments: $*"; exit "${STATUS-0}" ;;
        esac
        """;

    private string _project = "";

    [SetUp]
    public void MakeProject()
    {
        _project = Directory.CreateTempSubdirectory("clustersim-").FullName;
        foreach (string script in new[] { "clustersim", "tools/test", "tools/generate", "tools/need-dotnet", "tools/need-browser" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(InProject(script))!);
            File.Copy(Repository.Path(script), InProject(script));
        }
        Directory.CreateDirectory(InProject("src/ClusterSim.Cli"));
        Directory.CreateDirectory(InProject("path"));
        Touch("src/ClusterSim.Cli/Program.cs", minutesAgo: 10);
        Directory.SetLastWriteTimeUtc(InProject("src/ClusterSim.Cli"), Ago(10));
        Directory.SetLastWriteTimeUtc(InProject("src"), Ago(10));
        File.WriteAllText(InProject("path/dotnet"), Dotnet);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(InProject("path/dotnet"), (UnixFileMode)0b111_101_101);
    }

    [TearDown]
    public void DeleteProject() => Directory.Delete(_project, recursive: true);

    [Test]
    public void Wrapper_CalledTwice_BuildsOnce()
    {
        Outcome first = Wrapper("run", "a b"), second = Wrapper("run");
        Assert.That(first.Output, Is.EqualTo($"ran in {_project} with 2 arguments: run a b\n"));
        Assert.That(first.Error, Is.EqualTo("building ClusterSim (once, about 30 s) ...\n"));
        Assert.That(second, Is.EqualTo(new Outcome(0, $"ran in {_project} with 1 arguments: run\n", "")));
        Assert.That(Builds, Is.EqualTo(1));
    }

    [Test]
    public void Wrapper_AfterAnEdit_BuildsAgain()
    {
        Wrapper();
        Touch("src/ClusterSim.Cli/Program.cs", minutesAgo: -1);
        Wrapper();
        Assert.That(Builds, Is.EqualTo(2));
    }

    [Test]
    public void Wrapper_AfterADeletion_BuildsAgain()
    {
        Wrapper();
        Directory.SetLastWriteTimeUtc(InProject("src/ClusterSim.Cli"), Ago(-1)); // what a deletion does to its folder
        Wrapper();
        Assert.That(Builds, Is.EqualTo(2));
    }

    [Test]
    public void Wrapper_AfterADevelopersBuild_DoesNotBuildAgain()
    {
        Directory.CreateDirectory(InProject("src/ClusterSim.Cli/obj"));
        Wrapper();
        Touch("src/ClusterSim.Cli/obj/Generated.cs", minutesAgo: -1);
        Wrapper();
        Assert.That(Builds, Is.EqualTo(1));
    }

    [Test]
    public void Wrapper_TwoAtOnce_BuildOnce()
    {
        Task<Outcome> other = Task.Run(() => WrapperWith(("SLOW", "1")));
        Outcome mine = WrapperWith(("SLOW", "1"));
        Assert.That((mine.Code, other.GetAwaiter().GetResult().Code), Is.EqualTo((0, 0)));
        Assert.That(Builds, Is.EqualTo(1));
    }

    [Test]
    public void Wrapper_LockOfADeadProcess_IsBroken()
    {
        Outcome outcome = Bash("mkdir -p .build; (exit) & dead=$!; wait; ln -s \"$HOSTNAME.$dead\" .build/lock; bash clustersim run");
        Assert.That((outcome.Code, Builds), Is.EqualTo((0, 1)), outcome.Error);
        Assert.That(new FileInfo(InProject(".build/lock")).LinkTarget, Is.Null, "the lock is gone");
    }

    [Test]
    public void Wrapper_FailingBuild_ShowsTheLogAndExits1()
    {
        Outcome outcome = WrapperWith(("BROKEN", "yes"));
        Assert.That(outcome.Code, Is.EqualTo(1));
        Assert.That(outcome.Error, Does.Contain("error CS0000: planted").And.Contain("the build failed"));
        Wrapper();
        Assert.That(Builds, Is.EqualTo(2), "a failed build does not count as built");
    }

    [Test]
    public void Wrapper_ProgramThatFails_PassesItsExitCodeOn() => Assert.That(WrapperWith(("STATUS", "3")).Code, Is.EqualTo(3));

    [Test]
    public void Wrapper_CalledThroughALinkFromElsewhere_FindsItsProjectAndKeepsTheFolder()
    {
        Outcome outcome = Bash("mkdir elsewhere && cd elsewhere && ln -s ../clustersim cs && bash cs");
        Assert.That(outcome.Output, Is.EqualTo($"ran in {_project}/elsewhere with 0 arguments: \n"), outcome.Error);
    }

    [Test]
    public void Wrapper_WithoutDotnet_SaysWhatToInstallAndExits2()
    {
        File.Delete(InProject("path/dotnet"));
        // Only what the wrapper needs, so that a dotnet beside bash is not found.
        Outcome outcome = Bash("for tool in bash find mkdir ln rm readlink; do ln -s \"$(command -v $tool)\" path/; done; PATH=path bash clustersim run");
        Assert.That(outcome.Code, Is.EqualTo(2));
        Assert.That(outcome.Error, Does.Contain("no 'dotnet' on the PATH").And.Contain("https://dotnet.microsoft.com/"));
    }

    [Test]
    public void Wrapper_WithAnOldSdk_NamesItAndExits2()
    {
        Outcome outcome = WrapperWith(("SDK", ""));
        Assert.That(outcome.Code, Is.EqualTo(2));
        Assert.That(outcome.Error, Does.Contain("8.0.100").And.Contain("https://dotnet.microsoft.com/"));
        Assert.That(Builds, Is.Zero);
    }

    [TestCase("passed=\"7\" failed=\"0\" error=\"0\" timeout=\"0\" aborted=\"0\"", "0", "7 passed, 0 failed", 0)]
    [TestCase("passed=\"6\" failed=\"2\" error=\"0\" timeout=\"1\" aborted=\"0\"", "1", "6 passed, 3 failed", 1)]
    [TestCase("passed=\"0\" failed=\"0\" error=\"0\" timeout=\"0\" aborted=\"0\"", "0", "0 passed, 1 failed", 1)]
    [TestCase("passed=\"5\" failed=\"0\" error=\"0\" timeout=\"0\" aborted=\"0\"", "1", "5 passed, 1 failed", 1)]
    [TestCase("", "1", "0 passed, 1 failed", 1)]
    public void Test_AfterARun_EndsWithTheTotals(string counters, string status, string lastLine, int code)
    {
        Outcome outcome = Test([], ("COUNTERS", counters), ("STATUS", status));
        Assert.That((LastLine(outcome), outcome.Code), Is.EqualTo((lastLine, code)), outcome.Error);
        Assert.That(Directory.GetDirectories(InProject("TestResults")), Is.Empty, "result files are cleared away");
    }

    [Test]
    public void Test_FailingBuild_CountsAsOneFailure()
    {
        Outcome outcome = Test([], ("BROKEN", "yes"));
        Assert.That((LastLine(outcome), outcome.Code), Is.EqualTo(("0 passed, 1 failed", 1)));
        Assert.That(outcome.Output, Does.Contain("error CS0000: planted"));
    }

    [Test]
    public void Test_WithoutSdk_CountsAsOneFailure() =>
        Assert.That(LastLine(Test([], ("SDK", ""))), Is.EqualTo("0 passed, 1 failed"));

    [Test]
    public void Test_Full_RunsTheSlowTestsToo()
    {
        Assert.That(Test([]).Output, Does.Contain("filter TestCategory!=Slow"));
        Assert.That(Test(["--full"]).Output, Does.Not.Contain("filter"));
    }

    [TestCase("0", "ran in PROJECT with 3 arguments: validate --coverage --quiet\n", 0)]
    [TestCase("5", "ran in PROJECT with 3 arguments: validate --coverage --quiet\n", 5)] // a check is not met, and the table says so
    [TestCase("1", "as it was", 1)]
    public void Generate_OfATable_WritesItUnlessTheProgramFails(string status, string table, int code)
    {
        Directory.CreateDirectory(InProject("docs/model"));
        File.WriteAllText(InProject("docs/model/coverage.txt"), "as it was");
        Outcome outcome = Run(["tools/generate", "--tables", "coverage"], ("STATUS", status));
        Assert.That(outcome.Code, Is.EqualTo(code), outcome.Error);
        Assert.That(Directory.GetFiles(InProject("docs/model")), Has.Length.EqualTo(1));
        Assert.That(File.ReadAllText(InProject("docs/model/coverage.txt")), Is.EqualTo(table.Replace("PROJECT", _project, StringComparison.Ordinal)));
    }

    [TestCase("tools/generate --tables coverag")]
    [TestCase("tools/generate tables")]
    public void Generate_OfWhatIsNotThere_SaysWhatIsAndExits2(string command)
    {
        Outcome outcome = Bash($"bash {command}");
        Assert.That(outcome.Code, Is.EqualTo(2));
        Assert.That(outcome.Error, Does.Contain("coverage"));
    }

    private int Builds => File.Exists(InProject("builds")) ? File.ReadAllLines(InProject("builds")).Length : 0;

    private string InProject(string relative) => Path.Combine(_project, relative);

    private static DateTime Ago(double minutes) => DateTime.UtcNow.AddMinutes(-minutes);

    private void Touch(string file, double minutesAgo)
    {
        File.WriteAllText(InProject(file), "");
        File.SetLastWriteTimeUtc(InProject(file), Ago(minutesAgo));
    }

    private static string LastLine(Outcome outcome) => outcome.Output.TrimEnd('\n').Split('\n')[^1];

    private Outcome Wrapper(params string[] arguments) => Run(["clustersim", .. arguments]);

    private Outcome WrapperWith(params (string, string)[] environment) => Run(["clustersim"], environment);

    private Outcome Test(string[] arguments, params (string, string)[] environment) => Run(["tools/test", .. arguments], environment);

    private Outcome Bash(string commands) => Run(["-c", commands]);

    private Outcome Run(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("bash", arguments)
        {
            WorkingDirectory = _project,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{InProject("path")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["PROJECT"] = _project;
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private sealed record Outcome(int Code, string Output, string Error);
}
