using System.CommandLine;
using System.Text.Json;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Terminal;
using ClusterSim.Model;
using ClusterSim.Model.Engine;

namespace ClusterSim.Cli.Commands;

/// <summary><c>list</c>: what there is of a kind.</summary>
internal static class ListCommand
{
    private static readonly string[] Kinds =
        ["scenarios", "cases", "theories", "experiments", "mechanisms", "parameters", "indicators", "instruments", "shocks", "results"];

    public static Command Create()
    {
        var kind = new Argument<string>("kind") { Description = string.Join(", ", Kinds) };
        kind.AcceptOnlyFromAmong(Kinds);
        var json = new Option<bool>("--json") { Description = "The same as JSON" };
        var command = new Command("list", "Lists scenarios, parts of the model, or results") { kind, json };
        command.SetAction(parsed => Run(parsed.GetValue(kind)!, parsed.GetValue(json)));
        return command;
    }

    private static int Run(string kind, bool json)
    {
        IReadOnlyList<string[]> rows = kind switch
        {
            "mechanisms" => [.. ClusterModel.Mechanisms.Select(part => new[] { part.Name, ((MechanismAttribute)part.Attribute).Id, part.Attribute.Summary })],
            "instruments" or "indicators" or "shocks" => [.. ClusterModel.Catalogue.OfKind(kind[..^1]).Select(part => new[] { part.Name, Unit(part), part.Attribute.Summary })],
            "parameters" => [.. ClusterModel.Catalogue.Parts.SelectMany(part => part.Parameters.Select(parameter => new[]
                { $"{part.Name}.{parameter.Name}", TextTable.Number(parameter.Default), parameter.Attribute.Unit, parameter.Attribute.Summary }))],
            "results" => Folders("results", "manifest.json"),
            "scenarios" => [.. Library.Files("starter").Concat(Library.Files("theories"))],
            _ => [.. Library.Files(kind)],
        };
        if (json) Console.Out.WriteLine(JsonSerializer.Serialize(rows));
        else TextTable.Columns(rows);
        return ExitCodes.Ok;
    }

    private static string Unit(Part part) => part.Attribute is IndicatorAttribute indicator ? indicator.Unit : "";

    private static string[][] Folders(string root, string marker) => !Directory.Exists(root) ? [] :
        [.. Directory.GetDirectories(root).Order(StringComparer.Ordinal).Select(folder => new[] { folder, File.Exists(Path.Combine(folder, marker)) ? "finished" : "unfinished" })];
}
