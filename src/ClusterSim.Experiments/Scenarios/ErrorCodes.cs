namespace ClusterSim.Experiments.Scenarios;

/// <summary>The rules that input must keep, by code: what is wrong, and how it is mended.</summary>
public static class ErrorCodes
{
    public const string NotYaml = "CS001", TooLarge = "CS002", TooDeep = "CS003", Anchor = "CS004", Tag = "CS005", MergeKey = "CS006",
        DuplicateKey = "CS007", NoFile = "CS008", Circle = "CS009", UnknownKey = "CS010", MissingKey = "CS011", WrongKind = "CS012",
        NotANumber = "CS013", WrongUnit = "CS014", OutOfRange = "CS015", NotAWord = "CS016", UnknownName = "CS017", DuplicateName = "CS018",
        Unreachable = "CS019", AfterTheEnd = "CS020", Inconsistent = "CS021", Unusual = "CS022";

    /// <summary>Code, title, explanation.</summary>
    public static IReadOnlyList<(string Code, string Title, string Explanation)> All { get; } =
    [
        (NotYaml, "not readable as YAML", "The text breaks the rules of YAML at this place: often a missing space after a colon, a tab, or an unclosed bracket or quote."),
        (TooLarge, "too large", "A scenario has at most 256 KB. Data do not belong into it."),
        (TooDeep, "nested too deep", "Nothing in a scenario nests deeper than a few levels; 24 are allowed."),
        (Anchor, "anchors and aliases are not allowed", "&name and *name hide where a value comes from. Write the value where it is used, or put what scenarios share into a file and use extends."),
        (Tag, "tags are not allowed", "!tag asks for a type of a programming language; a scenario has only numbers, words, lists and maps."),
        (MergeKey, "merge keys are not allowed", "<< is no part of YAML 1.2. Use extends: other.yaml."),
        (DuplicateKey, "a key stands twice", "Of two equal keys one would be ignored. Keep one."),
        (NoFile, "a file is not there", "extends and scenario name files relative to the file in which they stand."),
        (Circle, "files extend each other in a circle", "Follow extends from file to file: it must end at a file that extends nothing."),
        (UnknownKey, "unknown key", "The key means nothing here; the nearest that does is named. clustersim schema writes a JSON schema with which editors complete and check keys."),
        (MissingKey, "a key is missing", "The key must be stated: there is no default that would be right for everybody."),
        (WrongKind, "a value of the wrong kind", "A map (key: value), a list (- item) or a single value stands where another of the three belongs."),
        (NotANumber, "not a number", "Numbers are written 12, 0.5 or 1e3, with a dot, without underscores, and are finite."),
        (WrongUnit, "wrong unit", "Times take y, q or mo (5y, 6q, 18mo; a bare number is months), money k, m or bn (20m, 350k; a bare number is GBP), shares % (20%), counts k or m (120k)."),
        (OutOfRange, "out of range", "Every parameter has a range in which the model was tried. clustersim explain NAME shows it with its source."),
        (NotAWord, "not one of the words allowed", "Only the words listed are known here; the nearest is named."),
        (UnknownName, "unknown name", "No mechanism, instrument, indicator, region or activity has this name; the nearest is named. clustersim list shows all."),
        (DuplicateName, "a name is taken", "Names of regions, activities, policies and arms are theirs alone."),
        (Unreachable, "it can never start", "The trigger cannot come true in this scenario: a date after the last month, a stage while the life cycle is switched off, or a share beyond 0..1."),
        (AfterTheEnd, "money after the end", "Part of the budget lies after the last month of the history and could never be spent. Start earlier, shorten the duration or lengthen the history."),
        (Unusual, "a value beyond what is plausible", "It is allowed, and lies outside the low and the high value that its instrument states; say why in your report. clustersim explain NAME shows both with their source."),
        (Inconsistent, "statements that do not fit together", "Two statements contradict each other; the message says which."),
    ];
}
