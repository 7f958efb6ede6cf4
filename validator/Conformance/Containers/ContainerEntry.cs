namespace Conformance.Containers;

/// <summary>One entry, valid until the next one is asked for.</summary>
/// <param name="Path">The entry's path with <c>/</c> between its parts, without a leading <c>./</c> or a trailing <c>/</c>; made safe to print and to compare, never to open.</param>
/// <param name="Kind">What it is.</param>
/// <param name="DeclaredLength">Length that the container declares, in bytes; null when it declares none. Never trusted.</param>
/// <param name="Content">The bytes of a file; an empty stream for anything else. Reading past a damaged part ends the stream early; the container has then reported it. Not to be disposed by the caller.</param>
/// <param name="Unusable">True when the entry must not be read as a member of the tree (a second entry of the same path, a path that escapes, encrypted content): it was reported.</param>
public sealed record ContainerEntry(string Path, ContainerEntryKind Kind, long? DeclaredLength, Stream Content, bool Unusable = false);
