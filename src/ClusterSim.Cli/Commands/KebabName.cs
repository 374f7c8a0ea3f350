using ClusterSim.Cli.Terminal;

namespace ClusterSim.Cli.Commands;

/// <summary>The names that a file or a part of the model may be given.</summary>
internal static class KebabName
{
    /// <exception cref="CommandException">The name is not kebab-case.</exception>
    public static void Require(string name)
    {
        if (name.Length == 0 || !char.IsAsciiLetterLower(name[0]) || name[^1] == '-' || name.Contains("--", StringComparison.Ordinal) || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            throw new CommandException(ExitCodes.Usage, $"\"{name}\": a name starts with a letter and has small letters, digits and single hyphens, such as my-cluster");
    }
}
