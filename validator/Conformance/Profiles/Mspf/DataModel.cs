using Conformance.Documents;

namespace Conformance.Profiles.Mspf;

/// <summary>What the data of an archive outside of events may hold.</summary>
internal static class DataModel
{
    /// <summary>Numbers that only canonical JSON forbids. It governs events; a tag's order, for one, is a fraction by definition.</summary>
    public static FaultSet NumberFaults { get; } = FaultSet.Of(
        FaultKind.Float, FaultKind.IntegralFloat, FaultKind.NegativeZero, FaultKind.IntegerOutOfRange);

    /// <summary>What is legal CBOR, where the text doesn't say that the data is JSON in other clothes.</summary>
    public static FaultSet OpaqueFaults { get; } = FaultSet.Of(
        FaultKind.Float, FaultKind.IntegralFloat, FaultKind.NegativeZero, FaultKind.IntegerOutOfRange, FaultKind.CborKeyNotText,
        FaultKind.CborByteString, FaultKind.CborTag, FaultKind.CborUndefined, FaultKind.CborSimple, FaultKind.CborNonFinite,
        FaultKind.CborIndefinite, FaultKind.CborNonShortest, FaultKind.CborNonShortestFloat);
}
