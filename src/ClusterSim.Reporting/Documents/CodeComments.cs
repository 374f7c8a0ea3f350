using System.Text;
using System.Xml.Linq;
using ClusterSim.Model.Engine;

namespace ClusterSim.Reporting.Documents;

/// <summary>What the comments in the code say of types and values, as Markdown: equations stand there and nowhere else.</summary>
/// <param name="xml">The documentation file that the compiler writes beside ClusterSim.Model.</param>
public sealed class CodeComments(string xml)
{
    private readonly Dictionary<string, XElement> _members = XDocument.Parse(xml).Descendants("member")
        .ToDictionary(member => (string)member.Attribute("name")!, member => member);

    /// <summary>What a type is; empty where it does not say.</summary>
    public string Summary(Type type) => Said($"T:{type.FullName}", "summary");

    /// <summary>Its equations and reasons; empty where it has none.</summary>
    public string Remarks(Type type) => Said($"T:{type.FullName}", "remarks");

    /// <summary>What a value of an enumeration means.</summary>
    public string Summary(Enum value) => Said($"F:{value.GetType().FullName}.{value}", "summary");

    private string Said(string member, string element)
    {
        if (!_members.TryGetValue(member, out XElement? found) || found.Element(element) is not XElement said) return "";
        var text = new StringBuilder();
        foreach (XNode node in said.Nodes())
            text.Append(node is XElement inner ? $"`{Name(inner)}`" : PlainText.Escape(((XText)node).Value));
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A parameter is called as in YAML, anything else as in code.</summary>
    private static string Name(XElement inner)
    {
        if ((string?)inner.Attribute("cref") is not string reference) return (string?)inner.Attribute("name") ?? inner.Value;
        string last = reference.Split('(')[0].Split('.')[^1];
        return reference.Contains(".Parameters.", StringComparison.Ordinal) ? Catalogue.Kebab(last) : last;
    }
}
