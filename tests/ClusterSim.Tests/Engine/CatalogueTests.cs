using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Engine;

public sealed class CatalogueTests
{
    private static IEnumerable<TestCaseData> Parameters() =>
        ClusterModel.Catalogue.Parts.SelectMany(part => part.Parameters.Select(parameter => new TestCaseData(parameter).SetArgDisplayNames($"{part.Name}.{parameter.Name}")))
            .Concat(Catalogue.ParametersOf(typeof(CountrySetup)).Select(parameter => new TestCaseData(parameter).SetArgDisplayNames($"country.{parameter.Name}")));

    [TestCaseSource(nameof(Parameters))]
    public void Parameter_OfAnyPart_SaysUnitRangeDefaultAndSource(ParameterDeclaration parameter)
    {
        ParameterAttribute said = parameter.Attribute;
        Assert.Multiple(() =>
        {
            Assert.That(said.Unit, Is.Not.Empty);
            Assert.That(said.Source, Is.Not.Empty);
            Assert.That(said.Summary, Is.Not.Empty);
            Assert.That(char.IsUpper(said.Summary[0]) || !char.IsLetter(said.Summary[0]), Is.True, said.Summary);
            Assert.That(parameter.Name, Does.Match("^[a-z0-9]+(-[a-z0-9]+)*$"));
            Assert.That(parameter.Property.SetMethod, Is.Not.Null);
        });
        if (parameter.Type.IsEnum || parameter.Type == typeof(bool)) return;
        Assert.That(said.Min, Is.LessThan(said.Max));
        Assert.That(double.IsFinite(said.Min) && double.IsFinite(said.Max), Is.True);
        double value = Convert.ToDouble(parameter.Default, System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(value, Is.InRange(said.Min, said.Max));
    }

    [TestCase(typeof(RegionSetup))]
    [TestCase(typeof(ActivitySetup))]
    public void ParametersOf_ARecordWithANameRequired_HaveUnitsAndRanges(Type record)
    {
        IReadOnlyList<ParameterDeclaration> parameters = Catalogue.ParametersOf(record);
        Assert.That(parameters, Is.Not.Empty);
        Assert.That(parameters.Select(parameter => parameter.Attribute.Unit), Has.None.Empty);
        Assert.That(parameters.Select(parameter => parameter.Attribute.Min < parameter.Attribute.Max), Has.All.True);
    }

    [TestCase("mechanism")]
    [TestCase("instrument")]
    [TestCase("shock")]
    [TestCase("indicator")]
    public void Parts_OfAKind_AreNamedOnceInOrderAndCanBeMade(string kind)
    {
        Part[] parts = [.. ClusterModel.Catalogue.OfKind(kind)];
        Assert.That(parts, Is.Not.Empty);
        Assert.That(parts.Select(part => part.Name), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal).And.Unique);
        Assert.That(parts.Select(part => part.Name), Has.All.Match("^[a-z0-9]+(-[a-z0-9]+)*$"));
        foreach (Part part in parts)
        {
            Assert.That(part.Attribute.Summary, Is.Not.Empty, part.Name);
            Assert.That(part.Attribute.Source, Is.Not.Empty, part.Name);
            Assert.That(part.Parameters.Select(parameter => parameter.Name), Is.Unique, part.Name);
            Assert.That(part.Create(null), Is.InstanceOf(part.Type));
        }
    }

    [Test]
    public void Mechanisms_OfTheSchedule_AreThoseOfTheCatalogue()
    {
        Assert.That(ClusterModel.Mechanisms.Select(part => part.Name).Order(StringComparer.Ordinal),
            Is.EqualTo(ClusterModel.Catalogue.OfKind("mechanism").Select(part => part.Name)));
        Assert.That(ClusterModel.Mechanisms.Select(part => ((MechanismAttribute)part.Attribute).Id), Is.Unique);
    }

    [TestCase("SpinOffs", ExpectedResult = "spin-offs")]
    [TestCase("Hazard", ExpectedResult = "hazard")]
    [TestCase("DeNovoEntry", ExpectedResult = "de-novo-entry")]
    [TestCase("HighTech", ExpectedResult = "high-tech")]
    [TestCase("GDP", ExpectedResult = "gdp")]
    [TestCase("already", ExpectedResult = "already")]
    [TestCase("", ExpectedResult = "")]
    public string Kebab_OfAName_HasSmallLettersAndHyphens(string name) => Catalogue.Kebab(name);

    [Test]
    public void Find_OfKindAndName_WantsBoth()
    {
        Assert.That(ClusterModel.Catalogue.Find("mechanism", "spin-offs")?.Name, Is.EqualTo("spin-offs"));
        Assert.That(ClusterModel.Catalogue.Find("instrument", "spin-offs"), Is.Null);
        Assert.That(ClusterModel.Catalogue.Find("mechanism", "Spin-Offs"), Is.Null);
    }
}
