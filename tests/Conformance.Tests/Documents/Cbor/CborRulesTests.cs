using Conformance.Catalogue;
using Conformance.Documents;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents.Cbor;

/// <summary>The catalogue's rules of area CBR against what the reader says of their examples.</summary>
public sealed class CborRulesTests
{
    public static TheoryData<string> Rules => [.. RuleCatalogue.Default.Rules.Where(rule => rule.Area == "CBR").Select(rule => rule.Id)];

    [Fact]
    public void Catalogue_EveryFaultOfCbor_HasOneRule()
    {
        foreach (FaultKind kind in Enum.GetValues<FaultKind>())
        {
            bool ofJson = kind.ToString().StartsWith("Json", StringComparison.Ordinal) || kind == FaultKind.NumberOverflow;
            (RuleCatalogue.Default.Find(DocumentEncoding.Cbor, kind) is null).ShouldBe(ofJson, kind.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Examples_ReadAsCbor_BadHasTheFaultAndGoodHasNot(string id)
    {
        Rule rule = RuleCatalogue.Default.Find(id)!;
        FaultKind fault = rule.Faults.ShouldHaveSingleItem();
        if (!IsHex(rule.Bad))
        {
            return;
        }

        CborText.Read(rule.Bad).FaultKinds.Contains(fault).ShouldBeTrue(rule.Bad);
        string good = rule.Good.Split(", or better ")[^1];
        CborText.Read(good).FaultKinds.Overlaps(CborReaderOracleTests.NotWellFormed.With(fault)).ShouldBeFalse(good);
    }

    private static bool IsHex(string text) => text.All(c => char.IsAsciiHexDigitLower(c) || c == ' ');
}
