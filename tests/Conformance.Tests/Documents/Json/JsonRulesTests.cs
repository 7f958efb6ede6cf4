using Conformance.Catalogue;
using Conformance.Documents;
using Conformance.Findings;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents.Json;

/// <summary>The catalogue's rules of area JSN against what the reader says of their examples.</summary>
public sealed class JsonRulesTests
{
    private static readonly FaultKind[] WholeNumbersOnly =
        [FaultKind.Float, FaultKind.IntegralFloat, FaultKind.NegativeZero, FaultKind.IntegerOutOfRange];

    /// <summary>What only a JSON text that is cut into items can have. Archives have none: their JSON is read whole.</summary>
    private static readonly FaultKind[] OfCuttersOnly = [FaultKind.ItemTooLarge, FaultKind.TooManyNames];

    public static TheoryData<string> Rules => [.. RuleCatalogue.Default.Rules.Where(rule => rule.Area == "JSN").Select(rule => rule.Id)];

    [Fact]
    public void Catalogue_EveryFaultOfJsonReadWhole_HasOneRule()
    {
        foreach (FaultKind kind in Enum.GetValues<FaultKind>())
        {
            bool ofCbor = kind.ToString().StartsWith("Cbor", StringComparison.Ordinal);
            (RuleCatalogue.Default.Find(DocumentEncoding.Json, kind) is null).ShouldBe(ofCbor || OfCuttersOnly.Contains(kind), kind.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Examples_ReadAsJson_BadHasOnlyTheFaultAndGoodHasNone(string id)
    {
        Rule rule = RuleCatalogue.Default.Find(id)!;
        FaultKind fault = rule.Faults.ShouldHaveSingleItem();
        JsonReading.Read(rule.Good).Faults.ShouldBeEmpty(rule.Good);

        // Words in brackets stand for what can't be shown in a line.
        if (!rule.Bad.StartsWith('('))
        {
            JsonReading.Read(rule.Bad).Faults.Select(f => f.Kind).ShouldBe([fault], rule.Bad);
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Severity_OfWhatCanonicalJsonAloneForbids_IsInformation(string id)
    {
        Rule rule = RuleCatalogue.Default.Find(id)!;

        (rule.Severity == Severity.Info).ShouldBe(WholeNumbersOnly.Contains(rule.Faults[0]));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Message_OfAFault_NamesOnlyWhatFaultsCarry(string id)
    {
        string message = RuleCatalogue.Default.Find(id)!.Message.Replace("{detail}", "", StringComparison.Ordinal).Replace("{text}", "", StringComparison.Ordinal);

        message.ShouldNotContain('{');
    }
}
