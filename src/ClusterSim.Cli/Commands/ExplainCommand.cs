using System.CommandLine;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Briefing;
using ClusterSim.Experiments.Cases;
using ClusterSim.Experiments.Facts;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;
using ClusterSim.Reporting.Documents;

namespace ClusterSim.Cli.Commands;

/// <summary><c>explain</c>: a part of the model, a parameter, a fact, a statistic, a scenario or an error code.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "spin-offs, spin-offs.hazard, start-up-grant, jobs, F14, B24, CS015, classroom, ...", HelpName = "name" };
        name.CompletionSources.Add(_ => Known);
        var json = new Option<bool>("--json") { Description = "The same as JSON" };
        var command = new ExplainedCommand("explain", "Explains a mechanism, instrument, shock, indicator, parameter, key, fact, error code or scenario",
            "clustersim explain spin-offs           what happens, after whom, with which parameters",
            "clustersim explain spin-offs.hazard    unit, default, range and source of one parameter",
            "clustersim explain budget              a key of scenarios and experiments",
            "clustersim explain classroom           what a scenario or an experiment is about",
            "clustersim explain B24                 a claim of the briefing, what answers to it and the run that shows it",
            "clustersim explain CS015               what an error means and how it is mended") { name, json };
        command.SetAction(parsed => Run(parsed.GetValue(name)!, parsed.GetValue(json)));
        return command;
    }

    /// <summary>Every name that is explained.</summary>
    private static string[] Known =>
        [.. ClusterModel.Catalogue.Parts.Select(each => each.Name), .. ParameterNames.All.Select(each => each.Path), .. CaseStatistics.All.Keys,
            .. Keyword.All.SelectMany(section => section.Keys.Select(key => key.Name)), .. Fact.All.Select(each => each.Id), .. BriefingRow.All.Select(each => each.Id), .. ErrorCodes.All.Select(each => each.Code), .. ScenarioPage.Names];

    private static int Run(string name, bool json)
    {
        ExplainPage page = Find(name)
            ?? throw new CommandException(ExitCodes.Usage, $"nothing is called {name}{Nearest.Hint(name, Known)} (clustersim list parameters, mechanisms, indicators, ... shows the names)");
        if (json) Console.Out.WriteLine(new JsonObject { ["name"] = name, ["kind"] = page.Kind, ["text"] = page.Text, ["details"] = page.Details }.ToJsonString(Reports.Indented));
        else Console.Out.WriteLine(page.Text);
        return ExitCodes.Ok;
    }

    private static ExplainPage? Find(string name)
    {
        if (ErrorCodes.All.FirstOrDefault(code => code.Code == name) is { Code: not null } code) return new ExplainPage("error code", $"{code.Code}: {code.Title}\n{code.Explanation}", []);
        if (Fact.All.FirstOrDefault(fact => fact.Id == name) is Fact fact) return ExplainPage.Of(fact);
        if (BriefingRow.All.FirstOrDefault(row => row.Id == name) is BriefingRow row) return ExplainPage.Of(row);
        if (ClusterModel.Catalogue.Parts.FirstOrDefault(part => part.Name == name) is { } part) return ExplainPage.Of(part);
        if (CaseStatistics.All.TryGetValue(name, out var statistic)) return new ExplainPage("case statistic", $"{name}, case statistic: {statistic.Meaning}", []);
        if (ParameterNames.All.FirstOrDefault(parameter => parameter.Path == name) is { Path: not null } parameter) return ExplainPage.Of(parameter.Path, parameter.Declaration);
        string[] keys = [.. Keyword.All.SelectMany(section => section.Keys.Where(key => key.Name == name).Select(key => $"{key.Name}, key of {section.Where} ({key.Kind}): {key.Summary}"))];
        return keys.Length > 0 ? new ExplainPage("key", string.Join('\n', keys), []) : ScenarioPage.Of(name);
    }
}
