using Conformance.Containers;

namespace Conformance.Tests.Support;

/// <summary>An entry of a <see cref="MemoryContainer"/>.</summary>
internal sealed record MemoryEntry(string Path, byte[] Content, ContainerEntryKind Kind = ContainerEntryKind.File, bool Unusable = false);
