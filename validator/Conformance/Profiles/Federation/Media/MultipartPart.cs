using System.Collections.Immutable;

namespace Conformance.Profiles.Federation.Media;

/// <summary>One part of a multipart body.</summary>
/// <param name="Headers">Its headers, in order.</param>
/// <param name="Content">The bytes behind the headers.</param>
/// <param name="Offset">Where the part begins in the body, behind its delimiter.</param>
internal sealed record MultipartPart(ImmutableArray<(string Name, string Value)> Headers, ReadOnlyMemory<byte> Content, int Offset)
{
    /// <summary>What is wrong with its headers, and where in the body; null when nothing is.</summary>
    public (string Problem, int Offset)? Fault { get; init; }

    /// <summary>The first value of a header; null when the part has none of that name.</summary>
    /// <param name="name">The name, in any case.</param>
    public string? Header(string name)
    {
        foreach ((string known, string value) in Headers)
        {
            if (known.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}
