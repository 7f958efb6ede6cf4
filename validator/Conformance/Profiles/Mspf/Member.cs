using Conformance.Containers;
using Conformance.Findings;

namespace Conformance.Profiles.Mspf;

/// <summary>An entry of the container, as it is remembered.</summary>
internal sealed class Member(string path, ContainerEntryKind kind, int ordinal, bool usable)
{
    /// <summary>The path from the root of the tree.</summary>
    public string Path { get; } = path;

    /// <summary>What kind of entry it is.</summary>
    public ContainerEntryKind Kind { get; } = kind;

    /// <summary>Position in the run, from 1.</summary>
    public int Ordinal { get; } = ordinal;

    /// <summary>Whether it may be read as a part of the tree.</summary>
    public bool IsUsable { get; } = usable;

    /// <summary>Whether it is a file of the tree.</summary>
    public bool IsFile => Kind == ContainerEntryKind.File && IsUsable;

    /// <summary>The item that owns it, once the manifest is known.</summary>
    public ManifestItem? Owner { get; set; }

    /// <summary>What it holds, once the manifest is known.</summary>
    public ItemPart Part { get; set; }

    /// <summary>Bytes read of it; -1 while it was not read.</summary>
    public long Length { get; set; } = -1;

    /// <summary>Whether it was read, or needs no reading.</summary>
    public bool IsDone { get; set; }

    /// <summary>The member as a place.</summary>
    public Location Location => new(Path);
}
