namespace Conformance.Containers;

/// <summary>What a container says about an entry, before anything of it is believed.</summary>
internal ref struct EntryHeader
{
    /// <summary>The path as stored.</summary>
    public required ReadOnlySpan<byte> Name { get; init; }

    public required ContainerEntryKind Kind { get; init; }

    /// <summary>Where the entry begins in the container, in bytes.</summary>
    public required long Offset { get; init; }

    public long? Length { get; init; }

    /// <summary>What a link points to, as stored; null where the container keeps that in the entry's data.</summary>
    public ReadOnlySpan<byte> LinkTarget { get; init; }

    /// <summary>Whether the reader already reported a fault that forbids reading the entry.</summary>
    public bool Unusable { get; init; }
}
