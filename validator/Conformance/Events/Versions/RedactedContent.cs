using System.Collections.Immutable;
using System.Text;

namespace Conformance.Events.Versions;

/// <summary>What a redaction keeps of the content of one type of event.</summary>
public sealed record RedactedContent
{
    internal RedactedContent(string type, bool all, params string[] keys)
    {
        Type = type;
        TypeUtf8 = [.. Encoding.UTF8.GetBytes(type)];
        KeepsAll = all;

        // In the order of canonical JSON. "a/b" keeps of the object "a" its member "b" only.
        Array.Sort(keys, StringComparer.Ordinal);
        Keys = [.. Array.ConvertAll(keys, RedactedKey.Parse)];
    }

    /// <summary>The type.</summary>
    public string Type { get; }

    /// <summary>The type in UTF-8.</summary>
    public ImmutableArray<byte> TypeUtf8 { get; }

    /// <summary>Whether everything is kept.</summary>
    public bool KeepsAll { get; }

    /// <summary>The members that are kept, in the order of their names as bytes.</summary>
    public ImmutableArray<RedactedKey> Keys { get; }
}
