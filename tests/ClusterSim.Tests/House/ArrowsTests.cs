using NUnit.Framework;

namespace ClusterSim.Tests.House;

/// <summary>The checker of circles, tried on planted sources.</summary>
public sealed class ArrowsTests
{
    private static Arrows Files(params (string Path, string Source)[] files) =>
        Arrows.BetweenFiles([.. files.Select(file => new SourceFile(file.Path, file.Source))]);

    [Test]
    public void Circles_TwoFilesThatNameEachOther_AreToldWithTheNames()
    {
        Arrows arrows = Files(("src/A/Parent.cs", "class Parent { Child c; }"), ("src/A/Child.cs", "class Child { Parent p; }"));
        Assert.That(arrows.Circles(), Is.EqualTo(new[]
        {
            "circle of 2 (in a knot of 2):\n"
            + "  src/A/Child.cs -> src/A/Parent.cs   names Parent\n"
            + "  src/A/Parent.cs -> src/A/Child.cs   names Child",
        }));
    }

    [Test]
    public void Circles_RoundACorner_AreFound()
    {
        Arrows arrows = Files(("a.cs", "class Aa { Bb x; }"), ("b.cs", "record struct Bb(Cc X);"), ("c.cs", "interface Cc { Aa X { get; } }"),
            ("d.cs", "class Dd { Aa x; Bb y; Cc z; }"));
        Assert.That(arrows.Circles(), Has.Count.EqualTo(1));
        Assert.That(arrows.Circles()[0], Does.StartWith("circle of 3 (in a knot of 3)").And.Not.Contains("d.cs"));
    }

    [Test]
    public void Circles_OfALargeKnot_ShowTheShortest()
    {
        Arrows arrows = Files(("a.cs", "class Aa { Bb x; }"), ("b.cs", "class Bb { Cc x; }"), ("c.cs", "class Cc { Aa x; Dd y; }"), ("d.cs", "class Dd { Cc x; }"));
        Assert.That(arrows.Circles().Single(), Does.StartWith("circle of 2 (in a knot of 4):\n  c.cs -> d.cs"));
    }

    [Test]
    public void Circles_BetweenFoldersWithoutOneBetweenFiles_AreFound()
    {
        SourceFile[] files =
        [
            new("src/M/Engine/Table.cs", "class Table { }"),
            new("src/M/Engine/Runner.cs", "class Runner { World w; }"),
            new("src/M/State/World.cs", "class World : Table { }"),
        ];
        Assert.That(Arrows.BetweenFiles(files).Circles(), Is.Empty);
        Assert.That(Arrows.BetweenFolders(files).Circles().Single(), Does.Contain("World in Runner.cs").And.Contain("Table in World.cs"));
        Assert.That(Arrows.BetweenFolders(files, depth: 2).Circles(), Is.Empty);
    }

    [Test]
    public void Circles_NameDefinedTwice_DrawsNoArrow()
    {
        Arrows arrows = Files(("a.cs", "class Aa { class Parameters { } Bb x; }"), ("b.cs", "class Bb { class Parameters { } }"), ("c.cs", "class Cc { Parameters p; }"));
        Assert.That(arrows.From("c.cs"), Is.Empty);
        Assert.That(arrows.From("a.cs"), Is.EqualTo(new[] { "b.cs" }));
    }

    [Test]
    public void Names_OfRazorComponents_AreTheirFiles()
    {
        Arrows arrows = Files(("Page.razor", "<p>It's here</p>\n<Chart Data=\"x\" />@* Page *@"), ("Chart.razor", "@code { Page? page; }"));
        Assert.That(arrows.Circles(), Has.Count.EqualTo(1));
    }

    [TestCase("// Other\nclass A { }", TestName = "Arrows_LineComment_IsIgnored")]
    [TestCase("/* Other\n Other */ class A { }", TestName = "Arrows_BlockComment_IsIgnored")]
    [TestCase("var s = \"Other \\\" Other\";", TestName = "Arrows_String_IsIgnored")]
    [TestCase("var s = @\"C:\\\" + 1 + \"Other\";", TestName = "Arrows_VerbatimStringEndingInBackslash_IsIgnored")]
    [TestCase("var s = @\"say \"\"Other\"\" Other\";", TestName = "Arrows_VerbatimStringWithQuotes_IsIgnored")]
    [TestCase("var s = \"\"\"Other \"quoted\" Other\"\"\";", TestName = "Arrows_RawString_IsIgnored")]
    [TestCase("var s = $$\"\"\"{Other} {{x}} Other\"\"\";", TestName = "Arrows_RawInterpolatedText_IsIgnored")]
    [TestCase("var s = $\"Other {x:Other} {{Other}}\";", TestName = "Arrows_InterpolatedTextAndFormat_AreIgnored")]
    [TestCase("var s = $\"{f(\"Other\")} Other\";", TestName = "Arrows_StringInsideAHole_IsIgnored")]
    [TestCase("char c = '\"'; // Other\nchar d = '\\'';  // Other \"", TestName = "Arrows_QuoteCharacters_OpenNoString")]
    public void Arrows_TextThatIsNoCode_IsIgnored(string source) =>
        Assert.That(Files(("a.cs", source), ("o.cs", "class Other { }")).From("a.cs"), Is.Empty);

    [TestCase("var s = $\"{Other.Count:N1}\";", TestName = "Arrows_Hole_Counts")]
    [TestCase("var s = $@\"\\{(x ? Other.A : 1)}\";", TestName = "Arrows_VerbatimHoleWithConditional_Counts")]
    [TestCase("var s = $$\"\"\"{x} {{Other.Count}}\"\"\";", TestName = "Arrows_RawHole_Counts")]
    [TestCase("var s = $\"{f(\"}\", Other.A)}\";", TestName = "Arrows_HoleAfterABraceInAString_Counts")]
    [TestCase("var s = \"\" + Other.A + \"\";", TestName = "Arrows_CodeBetweenEmptyStrings_Counts")]
    [TestCase("var s = \"a\\\\\" + Other.A;", TestName = "Arrows_CodeAfterAnEscapedBackslash_Counts")]
    [TestCase("var s = \"https://x\"; Other o;", TestName = "Arrows_CodeAfterAnAddress_Counts")]
    [TestCase("var s = '\\u0022'; Other o;", TestName = "Arrows_CodeAfterACharacter_Counts")]
    public void Arrows_Code_Counts(string source) =>
        Assert.That(Files(("a.cs", source), ("o.cs", "class Other { }")).From("a.cs"), Is.EqualTo(new[] { "o.cs" }));

    [Test]
    public void Lines_OfAFile_AreCountedAsAnEditorDoes() =>
        Assert.That(new SourceFile("a.cs", "one\ntwo\n").Lines, Is.EqualTo(2));
}
