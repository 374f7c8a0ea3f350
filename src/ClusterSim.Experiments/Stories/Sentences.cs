using YamlDotNet.RepresentationModel;

namespace ClusterSim.Experiments.Stories;

/// <summary>Events in words: one file of sentences with ids, so that they can be translated and tested.</summary>
public static class Sentences
{
    private static readonly IReadOnlyDictionary<string, string> Templates = Load();

    /// <summary>Every id, in the order of the file.</summary>
    public static IEnumerable<string> Ids => Templates.Keys;

    /// <summary>The sentence of an id with its words filled in; of the id before the hyphen where the file has no sentence for the whole.</summary>
    /// <exception cref="ArgumentException">There is no such sentence, or one of its words was not given.</exception>
    public static string Of(string id, string detail, params ReadOnlySpan<(string Word, string Value)> words)
    {
        string? text = Templates.GetValueOrDefault(detail.Length > 0 ? $"{id}-{detail}" : id) ?? Templates.GetValueOrDefault(id);
        if (text is null) throw new ArgumentException($"sentences.yaml has no sentence {id} {detail}");
        foreach ((string word, string value) in words)
        {
            // A brace in a name must not be taken for a word of the sentence.
            text = text.Replace($"{{{word}}}", value.Replace('{', '(').Replace('}', ')'), StringComparison.Ordinal);
        }
        return text.Contains('{', StringComparison.Ordinal) ? throw new ArgumentException($"the sentence {id} {detail} lacks a word: {text}") : text;
    }

    // Read without the tree of scenario files, which lies above the histories that tell these stories.
    private static Dictionary<string, string> Load()
    {
        using Stream stream = typeof(Sentences).Assembly.GetManifestResourceStream("sentences.yaml")!;
        using var reader = new StreamReader(stream);
        var yaml = new YamlStream();
        yaml.Load(reader);
        return ((YamlMappingNode)yaml.Documents[0].RootNode).ToDictionary(entry => ((YamlScalarNode)entry.Key).Value!, entry => ((YamlScalarNode)entry.Value).Value!);
    }
}
