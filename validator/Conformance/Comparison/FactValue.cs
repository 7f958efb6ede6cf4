namespace Conformance.Comparison;

/// <summary>Stands for what a fact says, by digests under a key of the run.</summary>
/// <param name="Body">Of the value; of an event, of all but its <c>signatures</c> and <c>unsigned</c>.</param>
/// <param name="Signatures">Of an event's <c>signatures</c>; 0 for anything else.</param>
/// <param name="Unsigned">Of an event's <c>unsigned</c>; 0 for anything else.</param>
internal readonly record struct FactValue(ulong Body, uint Signatures = 0, uint Unsigned = 0)
{
    /// <summary>Whether two values say the same, leaving what isn't signed aside.</summary>
    public bool SaysTheSameAs(FactValue other) => Body == other.Body && Signatures == other.Signatures;
}
