using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ClusterSim.Experiments.Calibration;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;

namespace ClusterSim.Cli.Results;

/// <summary>The files of a calibration that is done.</summary>
internal static class CalibrationFiles
{
    private const string OriginalFile = "original.yaml";

    public static IEnumerable<(string Name, string Text)> Of(CalibrationResult result, string key)
    {
        yield return (OriginalFile, Original(result.Plan.Scenario));
        yield return ("calibrated.yaml", Calibrated(result));
        yield return ("waves.csv", Waves(result));
        yield return ("moments.csv", Moments(result));
        yield return ("jacobian.csv", Jacobian(result));
        yield return ("eigenvalues.csv", Eigenvalues(result));
        yield return ("table.txt", CalibrationText.Of(result));
        yield return ("README.txt", Readme(result));
        yield return (Storage.CalibrationFolder.MarkFile, Json(result, key).ToJsonString(Reports.Indented) + "\n");
    }

    private static string Original(Scenario scenario) => ScenarioWriter.Write(scenario.Name, scenario.Title, scenario.Configuration);

    /// <summary>A scenario laid on the original; whole where a value stands in a list, which nothing can be laid on.</summary>
    private static string Calibrated(CalibrationResult result)
    {
        Scenario scenario = result.Plan.Scenario;
        var parts = result.FactorNames.Zip(result.Found).Select(each => (Steps: each.First.Split('.'), Value: each.Second)).ToList();
        bool fits = parts.TrueForAll(part => part.Steps.Length == 2 && (part.Steps[0] == "country" || ClusterModel.Catalogue.Find("mechanism", part.Steps[0]) is not null));
        string title = $"{(scenario.Title.Length > 0 ? scenario.Title : scenario.Name)}, calibrated";
        if (!fits) return ScenarioWriter.Write(scenario.Name + "-calibrated", title, UncertainWorlds.With(scenario.Configuration, result.Plan.Factors, SimulatedMoments.Texts(result.Plan.Factors, result.Search.Best)));
        var yaml = new StringBuilder();
        yaml.Append(CultureInfo.InvariantCulture, $"scenario: {scenario.Name}-calibrated\ntitle: \"{title.Replace("\"", "'", StringComparison.Ordinal)}\"\nextends: {OriginalFile}\n");
        foreach (var part in parts.Where(part => part.Steps[0] == "country")) yaml.Append(CultureInfo.InvariantCulture, $"{(part == parts.First(each => each.Steps[0] == "country") ? "country:\n" : "")}  {part.Steps[1]}: {part.Value}\n");
        var mechanisms = parts.Where(part => part.Steps[0] != "country").GroupBy(part => part.Steps[0]).ToList();
        if (mechanisms.Count > 0) yaml.Append("mechanisms:\n");
        foreach (var mechanism in mechanisms) yaml.Append(CultureInfo.InvariantCulture, $"  {mechanism.Key}: {{").AppendJoin(", ", mechanism.Select(part => $"{part.Steps[1]}: {part.Value}")).Append("}\n");
        return yaml.ToString();
    }

    private static string Waves(CalibrationResult result)
    {
        IReadOnlyList<CalibrationTarget> targets = result.Plan.Targets;
        var csv = new Csv();
        csv.Add("wave").Add("point");
        foreach (string factor in result.FactorNames) csv.Add(factor);
        foreach (CalibrationTarget target in targets) csv.Add(target.Name).Add(target.Name + "_se");
        csv.Add("loss").EndRow();
        for (int wave = 0; wave < result.Search.Waves.Count; wave++)
            for (int point = 0; point < result.Search.Waves[wave].Points.Count; point++)
            {
                csv.Add(wave + 1).Add(point + 1);
                foreach (string value in SimulatedMoments.Texts(result.Plan.Factors, result.Search.Waves[wave].Points[point])) csv.Add(value);
                TargetMoment[] moments = result.Search.Waves[wave].Moments[point];
                foreach (TargetMoment moment in moments) csv.Add(moment.Value).Add(moment.Error);
                csv.Add(Calibrator.Loss(targets, moments.Select(moment => moment.Value))).EndRow();
            }
        return csv.ToString();
    }

    private static string Moments(CalibrationResult result)
    {
        var csv = new Csv();
        csv.AddRow(["target", "statistic", "indicator", "region", "year", "low", "high", "sd", "before", "before_se", "before_hit", "after", "after_se", "after_hit"]);
        for (int i = 0; i < result.Plan.Targets.Count; i++)
        {
            CalibrationTarget target = result.Plan.Targets[i];
            csv.Add(target.Name).Add(target.Statistic).Add(target.Indicator).Add(target.Region);
            if (target.Year > 0) csv.Add(target.Year);
            else csv.Add("");
            csv.Add(target.Low).Add(target.High).Add(target.Deviation);
            foreach (TargetMoment moment in new[] { result.Before[i], result.After[i] }) csv.Add(moment.Value).Add(moment.Error).Add(target.IsHit(moment.Value) ? "yes" : "no");
            csv.EndRow();
        }
        return csv.ToString();
    }

    private static string Jacobian(CalibrationResult result)
    {
        var csv = new Csv();
        csv.Add("target").Add("factor").Add("change_in_sd_over_range").Add("standard_error").EndRow();
        for (int target = 0; target < result.Plan.Targets.Count; target++)
            for (int factor = 0; factor < result.Plan.Factors.Count; factor++)
                csv.Add(result.Plan.Targets[target].Name).Add(result.FactorNames[factor]).Add(result.Sensitivity.Jacobian[target][factor]).Add(result.Sensitivity.Errors[target][factor]).EndRow();
        return csv.ToString();
    }

    private static string Eigenvalues(CalibrationResult result)
    {
        var csv = new Csv();
        csv.AddRow(["rank", "eigenvalue", "by_chance", "reach_sd", "sloppy", .. result.FactorNames, "words"]);
        for (int i = 0; i < result.Sensitivity.Directions.Count; i++)
        {
            MomentDirection direction = result.Sensitivity.Directions[i];
            csv.Add(i + 1).Add(direction.Eigenvalue).Add(direction.Noise).Add(direction.Reach).Add(direction.IsSloppy ? "yes" : "no");
            foreach (double component in direction.Vector) csv.Add(component);
            csv.Add(DirectionWords.Of(direction, result.FactorNames)).EndRow();
        }
        return csv.ToString();
    }

    /// <summary>The whole answer for programs.</summary>
    public static JsonObject Json(CalibrationResult result, string key)
    {
        JsonObject Said(TargetMoment moment, CalibrationTarget target) => new() { ["value"] = Reports.Finite(moment.Value), ["standard_error"] = Reports.Finite(moment.Error), ["hit"] = target.IsHit(moment.Value) };
        return new JsonObject
        {
            ["key"] = key,
            ["finished"] = true,
            ["clustersim"] = Versions.Model,
            ["scenario"] = result.Plan.Scenario.Name,
            ["seed"] = result.Plan.Seed,
            ["validation_seed"] = CalibrationSeeds.Of(result.Plan.Seed, CalibrationSeeds.Validation),
            ["pass"] = result.Hits(result.After) == result.Plan.Targets.Count,
            ["factors"] = new JsonArray([.. result.Plan.Factors.Select((factor, i) => (JsonNode)new JsonObject
                { ["name"] = factor.Path, ["unit"] = factor.Unit, ["low"] = factor.Low, ["high"] = factor.High, ["stated"] = result.Stated[i], ["found"] = result.Found[i] })]),
            ["targets"] = new JsonArray([.. result.Plan.Targets.Select((target, i) => (JsonNode)new JsonObject
                { ["name"] = target.Name, ["low"] = Reports.Finite(target.Low), ["high"] = Reports.Finite(target.High), ["sd"] = target.Deviation, ["before"] = Said(result.Before[i], target), ["after"] = Said(result.After[i], target) })]),
            ["waves"] = new JsonArray([.. result.Search.Waves.Select(wave => (JsonNode)new JsonObject
                { ["points"] = wave.Points.Count, ["share_left"] = wave.Share, ["low"] = Reports.Finite(wave.Interval.Low), ["high"] = Reports.Finite(wave.Interval.High), ["notes"] = new JsonArray([.. wave.Notes.Select(note => (JsonNode)note)]) })]),
            ["loss"] = result.Search.Loss,
            ["points_tried"] = result.Search.Tried,
            ["directions"] = new JsonArray([.. result.Sensitivity.Directions.Select(direction => (JsonNode)new JsonObject
                { ["eigenvalue"] = direction.Eigenvalue, ["by_chance"] = direction.Noise, ["sloppy"] = direction.IsSloppy, ["vector"] = new JsonArray([.. direction.Vector.Select(each => (JsonNode)each)]), ["words"] = DirectionWords.Of(direction, result.FactorNames) })]),
        };
    }

    private static string Readme(CalibrationResult result) => $"""
        Calibration of {result.Plan.Scenario.Name}, seed {result.Plan.Seed}, written by ClusterSim {Versions.Model}.

        table.txt         the answer for people
        calibrated.yaml   the scenario with the values found: clustersim run calibrated.yaml
        original.yaml     the scenario as it was, every default written; calibrated.yaml is laid on it
        moments.csv       a row a target: its band, what the scenario gave before and gives after, with standard errors, at
                          {result.Plan.Size.Validation} histories of a seed that the search has not seen
        waves.csv         a row a point of each wave: factors in the model's units, what came out, and its standard error
        jacobian.csv      how each target moves with each factor at the point found, in sd of the target over the range
        eigenvalues.csv   the combinations of factors that the targets hold fast or leave open, in numbers and in words
        evaluations.csv   every point that was ever run, by seed and histories; the same command takes them from here
        calibration.json  all of it for programs

        CSV: UTF-8, comma, decimal dot, one header line; an empty cell is a missing value. A target is hit where the mean
        lies in its band (an observation: within two of its sd). Seeds of the search are {CalibrationSeeds.First} and more, seeds of people
        less; the seed of validation is {CalibrationSeeds.Of(0, CalibrationSeeds.Validation)}.

        """.ReplaceLineEndings("\n");
}
