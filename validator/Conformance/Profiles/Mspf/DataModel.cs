using Conformance.Documents;

namespace Conformance.Profiles.Mspf;

/// <summary>What the data of an archive outside of events may hold.</summary>
internal static class DataModel
{
    /// <summary>Numbers that users' data honestly has: a tag's order is a fraction by definition, and 1.0 is one too.</summary>
    public static FaultSet Fractions { get; } = FaultSet.Of(FaultKind.Float, FaultKind.IntegralFloat);

    /// <summary>What is legal CBOR, where the text doesn't say that the data is JSON in other clothes.</summary>
    public static FaultSet OpaqueFaults { get; } = FaultSet.Of(
        FaultKind.Float, FaultKind.IntegralFloat, FaultKind.NegativeZero, FaultKind.IntegerOutOfRange, FaultKind.CborKeyNotText,
        FaultKind.CborByteString, FaultKind.CborTag, FaultKind.CborUndefined, FaultKind.CborSimple, FaultKind.CborNonFinite,
        FaultKind.CborIndefinite, FaultKind.CborNonShortest, FaultKind.CborNonShortestFloat);
}
