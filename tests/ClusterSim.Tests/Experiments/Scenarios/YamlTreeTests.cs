using ClusterSim.Experiments.Scenarios;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Scenarios;

public sealed class YamlTreeTests
{
    private static (MapNode? Root, List<Problem> Problems) Read(string text)
    {
        var problems = new List<Problem>();
        return (YamlTree.Read("f.yaml", text, problems), problems);
    }

    [Test]
    public void Read_OfMapsListsAndValues_KnowsWhereEachStands()
    {
        (MapNode? root, List<Problem> problems) = Read("a: 1\nb:\n  - x\n  - {c: 'y z'}\n");
        Assert.That(problems, Is.Empty);
        var list = (ListNode)root!["b"]!;
        var inner = (ValueNode)((MapNode)list.Items[1])["c"]!;
        Assert.That((inner.Text, inner.File, inner.Line, inner.Column), Is.EqualTo(("y z", "f.yaml", 4, 9)));
        Assert.That(root["nothing"], Is.Null);
    }

    [TestCase("a: &x 1\n", ErrorCodes.Anchor, 1, 4)]
    [TestCase("b: 1\na: *x\n", ErrorCodes.Anchor, 2, 4)]
    [TestCase("a: !!int 1\n", ErrorCodes.Tag, 1, 4)]
    [TestCase("a: !evil {b: 1}\n", ErrorCodes.Tag, 1, 4)]
    [TestCase("a:\n  <<: {b: 1}\n", ErrorCodes.MergeKey, 2, 3)]
    [TestCase("a: 1\nb: 2\na: 3\n", ErrorCodes.DuplicateKey, 3, 1)]
    [TestCase("? [a, b]\n: 1\n", ErrorCodes.WrongKind, 1, 3)]
    [TestCase("a: 1\n---\nb: 2\n", ErrorCodes.NotYaml, 2, 1)]
    [TestCase("a: [1, 2\n", ErrorCodes.NotYaml, 2, 1)]
    [TestCase("a: 1\n\tb: 2\n", ErrorCodes.NotYaml, 1, 4)]
    [TestCase("just text\n", ErrorCodes.WrongKind, 1, 1)]
    [TestCase("# nothing\n", ErrorCodes.MissingKey, 1, 1)]
    public void Read_OfWhatHidesMeaning_RefusesItWithItsPlace(string text, string code, int line, int column)
    {
        Problem first = Read(text).Problems[0];
        Assert.That((first.Code, first.Line, first.Column), Is.EqualTo((code, line, column)), first.Message);
    }

    [Test]
    public void Read_OfManyMistakes_ListsThemAll() =>
        Assert.That(Read("a: &x 1\na: *x\nb: !t 2\n").Problems.Select(problem => problem.Code).Order(), Is.EqualTo(new[] { ErrorCodes.Anchor, ErrorCodes.Anchor, ErrorCodes.Tag, ErrorCodes.DuplicateKey }.Order()));

    [TestCase(23, true)]
    [TestCase(24, false)]
    [TestCase(50_000, false)]
    public void Read_OfDeepNesting_StopsBelow24Levels(int brackets, bool allowed)
    {
        (MapNode? root, List<Problem> problems) = Read($"a: {new string('[', brackets)}x{new string(']', brackets)}");
        Assert.That(root is not null, Is.EqualTo(allowed));
        if (!allowed) Assert.That(problems.Select(problem => problem.Code), Is.EqualTo(new[] { ErrorCodes.TooDeep }));
    }

    [Test]
    public void Read_OfALongText_StopsAbove256Kilobytes()
    {
        string head = "a: 1\n#";
        Assert.That(Read(head.PadRight(YamlTree.MostCharacters, 'x')).Root, Is.Not.Null);
        Assert.That(Read(head.PadRight(YamlTree.MostCharacters + 1, 'x')).Problems.Single().Code, Is.EqualTo(ErrorCodes.TooLarge));
    }

    [Test]
    public void With_MapsAndLists_MergesTheFirstAndReplacesTheSecond()
    {
        MapNode under = Read("a: {x: 1, y: 2}\nb: [1, 2]\nc: 3\n").Root!, over = Read("a: {y: 9, z: 8}\nb: [7]\nd: 5\n").Root!;
        Assert.That(Text(under.With(over)), Is.EqualTo("{a:{x:1,y:9,z:8},b:[7],c:3,d:5}"));
        Assert.That(Text(under), Is.EqualTo("{a:{x:1,y:2},b:[1,2],c:3}"), "neither is changed");
        Assert.That(Text(under.Without("a")), Is.EqualTo("{b:[1,2],c:3}"));
    }

    private static string Text(Node node) => node switch
    {
        ValueNode value => value.Text,
        ListNode list => $"[{string.Join(',', list.Items.Select(Text))}]",
        MapNode map => $"{{{string.Join(',', map.Entries.Select(entry => $"{entry.Key.Text}:{Text(entry.Value)}"))}}}",
        _ => "",
    };
}
