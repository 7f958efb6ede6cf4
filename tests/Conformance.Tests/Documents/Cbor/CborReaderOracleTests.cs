using System.Formats.Cbor;
using Conformance.Documents;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents.Cbor;

/// <summary>The reader against System.Formats.Cbor, on random and on damaged input.</summary>
public sealed class CborReaderOracleTests
{
    // All of not well-formed but CborBadSimple, which System.Formats.Cbor takes in lax mode although RFC 8949 §3.3 doesn't.
    internal static readonly FaultSet NotWellFormed = FaultSet.Of(
        FaultKind.UnexpectedEnd, FaultKind.Empty, FaultKind.TrailingBytes, FaultKind.CborReservedInformation, FaultKind.CborIndefiniteNotAllowed,
        FaultKind.CborUnexpectedBreak, FaultKind.CborBadChunk, FaultKind.CborOddMap, FaultKind.CborCountBeyondInput);

    // Those after which reading ends.
    internal static readonly FaultSet Fatal = FaultSet.Of(
        FaultKind.UnexpectedEnd, FaultKind.CborReservedInformation, FaultKind.CborIndefiniteNotAllowed, FaultKind.CborUnexpectedBreak,
        FaultKind.CborBadChunk, FaultKind.CborCountBeyondInput);

    // What the oracle's values can't be compared with: it throws for invalid UTF-8 when asked for a string.
    private static readonly FaultSet Unlike = FaultSet.Of(FaultKind.CborBadSimple, FaultKind.InvalidUtf8);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Read_RandomWellFormedItems_ValuesOfOracle(int seed)
    {
        var samples = new CborSamples(seed);
        for (int i = 0; i < 2000; i++)
        {
            byte[] bytes = samples.Next();
            Document document = DocumentReader.Read(bytes, DocumentEncoding.Cbor);
            TapeInvariants.ShouldHoldFor(document);
            document.FaultKinds.Overlaps(NotWellFormed).ShouldBeFalse(Convert.ToHexString(bytes));
            if (document.FaultCount <= Document.MaxFaults)
            {
                CborText.Of(document).ShouldBe(CborText.OfOracle(bytes), Convert.ToHexString(bytes));
            }

            document.FaultKinds.Contains(FaultKind.DuplicateKey).ShouldBe(HasDuplicateTextKey(document), Convert.ToHexString(bytes));
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void Read_DamagedItems_VerdictOfOracle(int seed)
    {
        var samples = new CborSamples(seed);
        int broken = 0;
        for (int i = 0; i < 4000; i++)
        {
            byte[] bytes = samples.Damage(samples.Next(4));
            Document document = DocumentReader.Read(bytes, DocumentEncoding.Cbor);
            TapeInvariants.ShouldHoldFor(document);
            bool wellFormed = IsWellFormedForOracle(bytes);
            document.FaultKinds.Overlaps(NotWellFormed).ShouldBe(!wellFormed, Convert.ToHexString(bytes));
            broken += wellFormed ? 0 : 1;
            if (wellFormed && document.FaultCount <= Document.MaxFaults && !document.FaultKinds.Overlaps(Unlike))
            {
                CborText.Of(document).ShouldBe(CborText.OfOracle(bytes), Convert.ToHexString(bytes));
            }
        }

        broken.ShouldBeInRange(1000, 3900);
    }

    [Fact]
    public void Read_Noise_VerdictOfOracleAndSoundTape()
    {
        var samples = new CborSamples(99);
        for (int i = 0; i < 50_000; i++)
        {
            byte[] bytes = samples.Noise(i % 24);
            Document document = DocumentReader.Read(bytes, DocumentEncoding.Cbor);
            TapeInvariants.ShouldHoldFor(document);
            document.FaultKinds.Overlaps(NotWellFormed).ShouldBe(!IsWellFormedForOracle(bytes), Convert.ToHexString(bytes));
        }
    }

    private static bool IsWellFormedForOracle(byte[] bytes)
    {
        try
        {
            var reader = new CborReader(bytes, CborConformanceMode.Lax);
            reader.SkipValue();
            return reader.BytesRemaining == 0;
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException)
        {
            // It reports reserved additional information of major type 7 as a wrong state.
            return false;
        }
    }

    private static bool HasDuplicateTextKey(Document document)
    {
        for (int i = 0; i < document.NodeCount; i++)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach ((Node key, _) in document[i].Members())
            {
                if (key.AsString() is { } name && !names.Add(name))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
