using System.CommandLine;
using System.Globalization;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Cases;
using ClusterSim.Experiments.Facts;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Reporting.Documents;

namespace ClusterSim.Cli.Commands;

/// <summary><c>explain</c>: a part of the model, a parameter, a fact, a statistic, a scenario or an error code.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "spin-offs, spin-offs.hazard, start-up-grant, jobs, F14, CS015, ..." };
        var command = new ExplainedCommand("explain", "Explains a mechanism, instrument, shock, indicator, parameter, key, fact, error code or scenario",
            "clustersim explain spin-offs           what happens, after whom, with which parameters",
            "clustersim explain spin-offs.hazard    unit, default, range and source of one parameter",
            "clustersim explain budget              a key of scenarios and experiments",
            "clustersim explain classroom           what a scenario or an experiment is about",
            "clustersim explain CS015               what an error means and how it is mended") { name };
        command.SetAction(parsed => Run(parsed.GetValue(name)!));
        return command;
    }

    private static int Run(string name)
    {
        if (ErrorCodes.All.FirstOrDefault(code => code.Code == name) is { Code: not null } code)
        {
            Console.Out.WriteLine($"{code.Code}: {code.Title}\n{code.Explanation}");
            return ExitCodes.Ok;
        }
        if (Fact.All.FirstOrDefault(fact => fact.Id == name) is Fact fact) return Show(fact);
        if (CaseStatistics.All.TryGetValue(name, out var statistic))
        {
            Console.Out.WriteLine($"{name}, case statistic: {statistic.Meaning}");
            return ExitCodes.Ok;
        }
        if (ClusterModel.Catalogue.Parts.FirstOrDefault(part => part.Name == name) is Part part) return Show(part);
        if (ParameterNames.All.FirstOrDefault(parameter => parameter.Path == name) is { Path: not null } parameter) return Show(parameter.Path, parameter.Declaration);
        (string Where, Keyword Key)[] keys = [.. Keyword.All.SelectMany(section => section.Keys.Select(key => (section.Where, key))).Where(entry => entry.key.Name == name)];
        foreach ((string where, Keyword key) in keys) Console.Out.WriteLine($"{key.Name}, key of {where} ({key.Kind}): {key.Summary}");
        if (keys.Length > 0 || ScenarioPage.Print(name)) return ExitCodes.Ok;
        string[] known = [.. ClusterModel.Catalogue.Parts.Select(each => each.Name), .. ParameterNames.All.Select(each => each.Path), .. CaseStatistics.All.Keys,
            .. Keyword.All.SelectMany(section => section.Keys.Select(key => key.Name)), .. Fact.All.Select(each => each.Id), .. ErrorCodes.All.Select(each => each.Code), .. ScenarioPage.Names];
        throw new CommandException(ExitCodes.Usage, $"nothing is called {name}{Nearest.Hint(name, known)} (clustersim list parameters, mechanisms, indicators, ... shows the names)");
    }

    private static int Show(Part part)
    {
        string number = part.Attribute is MechanismAttribute mechanism ? $" {mechanism.Id}, {mechanism.Theory}" : "";
        Console.Out.WriteLine($"{part.Name}, {part.Kind}{number}\n{part.Attribute.Summary}.\nSource: {part.Attribute.Source}");
        if (part.Attribute is IndicatorAttribute indicator)
            Console.Out.WriteLine($"Unit: {indicator.Unit}; {(indicator.Additive ? "regions add up to the country" : "regions do not add up")}; {(indicator.LowerIsBetter ? "lower" : "higher")} is better");
        if (part.Parameters.Count == 0) return ExitCodes.Ok;
        Console.Out.WriteLine();
        TextTable.Columns([["parameter", "default", "low..high", "allowed", "unit", ""], .. part.Parameters.Select(parameter => new[] { parameter.Name, ParameterNames.Default(parameter), ParameterNames.Plausible(parameter), ParameterNames.Range(parameter), parameter.Attribute.Unit, parameter.Attribute.Summary })]);
        return ExitCodes.Ok;
    }

    private static int Show(string path, ParameterDeclaration parameter)
    {
        ParameterAttribute said = parameter.Attribute;
        Console.Out.WriteLine($"{path}{(said.Symbol.Length > 0 ? $" ({said.Symbol})" : "")}\n{said.Summary}.");
        TextTable.Columns([["unit", said.Unit], ["default", ParameterNames.Default(parameter)], ["plausible", ParameterNames.Plausible(parameter)], ["allowed", ParameterNames.Range(parameter)], ["source", said.Source]]);
        return ExitCodes.Ok;
    }

    private static int Show(Fact fact)
    {
        Console.Out.WriteLine($"{fact.Id}, {fact.Kind} fact: {fact.Name}");
        string low = double.IsFinite(fact.Low) ? fact.Low.ToString(CultureInfo.InvariantCulture) : "", high = double.IsFinite(fact.High) ? fact.High.ToString(CultureInfo.InvariantCulture) : "";
        TextTable.Columns([["band", $"{low}..{high}"], ["measured as", fact.Estimator], ["in", fact.Preset], ["source", fact.Source + (fact.Status.Length > 0 ? $" ({fact.Status})" : "")]]);
        return ExitCodes.Ok;
    }
}
