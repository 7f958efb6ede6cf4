namespace Conformance.Policy;

/// <summary>What a limit counts.</summary>
public enum LimitUnit
{
    /// <summary>Things.</summary>
    Count,

    /// <summary>Bytes; a value may end in <c>KiB</c>, <c>MiB</c>, <c>GiB</c> or <c>TiB</c>.</summary>
    Bytes,
}
