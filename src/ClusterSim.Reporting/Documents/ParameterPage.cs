using System.Text;
using ClusterSim.Model;
using ClusterSim.Model.Engine;

namespace ClusterSim.Reporting.Documents;

/// <summary>Every parameter, by the part that it belongs to.</summary>
internal static class ParameterPage
{
    private static readonly string[] Header = ["parameter", "default", "allowed", "unit", "meaning", "source"];

    public static string Text()
    {
        ILookup<string, (string Path, ParameterDeclaration Declaration)> parts = ParameterNames.All.ToLookup(each => each.Path.Split('.')[0]);
        var text = new StringBuilder("""
            # Parameters

            In YAML a parameter of a mechanism stands under `mechanisms: {NAME: {PARAMETER: VALUE}}`, one of an instrument or a shock
            beside `instrument` or `kind`, and those of `country`, `regions` and `activities` under these keys. For one run
            `--set spin-offs.hazard=0.1` does the same. *Plausible* is what one may reasonably assume; a value
            beyond it warns, a value beyond *allowed* is refused. A source called "calibrated" was fitted to
            [facts](odd.md#patterns); "assumption" is what it says. What a region leaves out is drawn, or is that of an ordinary
            region. B16 and the like number the claims of *The Cluster Effect* (AIM, 2005), from which the model began.

            """.ReplaceLineEndings("\n"));
        foreach ((string title, IEnumerable<string> names) in Sections())
        {
            text.Append($"\n## {title}\n");
            foreach (string name in names.Where(parts.Contains))
                text.Append($"\n### {name}\n").Append(PlainText.Grid(Header, parts[name].Select(each => Row(each.Declaration))));
        }
        return text.ToString();
    }

    /// <summary>The scenario, then parts in the order in which they act, then what is delivered.</summary>
    private static IEnumerable<(string Title, IEnumerable<string> Names)> Sections()
    {
        yield return ("The scenario", ["country", "region", "activity"]);
        yield return ("Mechanisms", ClusterModel.Mechanisms.Select(part => part.Name));
        yield return ("Instruments", ClusterModel.Catalogue.OfKind("instrument").Select(part => part.Name));
        yield return ("Shocks", ClusterModel.Catalogue.OfKind("shock").Select(part => part.Name));
    }

    /// <summary>YAML counts money in pounds, the model in thousands.</summary>
    private static string Unit(ParameterAttribute said) => said.Unit.Replace("GBP thousand", "GBP", StringComparison.Ordinal);

    private static string[] Row(ParameterDeclaration parameter)
    {
        ParameterAttribute said = parameter.Attribute;
        string plausible = ParameterNames.Plausible(parameter);
        return
        [
            $"`{parameter.Name}`{(said.Symbol.Length > 0 ? $" ({PlainText.Escape(said.Symbol)})" : "")}", parameter.Default is null ? "" : ParameterNames.Default(parameter),
            ParameterNames.Range(parameter) + (plausible == "-" ? "" : $"; plausible {plausible}"), Unit(said), PlainText.Escape(said.Summary), PlainText.Escape(said.Source),
        ];
    }
}
