using System.Collections.Immutable;
using System.Text;

namespace Conformance.Events.Versions;

/// <summary>A member of an event's content that a redaction keeps.</summary>
/// <param name="Name">Its name in UTF-8.</param>
/// <param name="Only">When not empty: the one member of it that is kept; the member itself is then kept only if it is an object.</param>
public readonly record struct RedactedKey(ImmutableArray<byte> Name, ImmutableArray<byte> Only)
{
    internal static RedactedKey Parse(string path)
    {
        int slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? new RedactedKey([.. Encoding.UTF8.GetBytes(path)], [])
            : new RedactedKey([.. Encoding.UTF8.GetBytes(path[..slash])], [.. Encoding.UTF8.GetBytes(path[(slash + 1)..])]);
    }
}
