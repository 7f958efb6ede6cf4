using System.Buffers;
using System.Text;
using Conformance.Findings;

namespace Conformance.Profiles.Mspf;

/// <summary>Names of members that no definition has. A secret that slipped into the place of a name must not be printed with it.</summary>
internal static class SafeName
{
    private const int MaxLength = 48;

    private static readonly SearchValues<byte> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_.-"u8);

    /// <summary>The name when it looks like one (lower case letters, digits, <c>_ . -</c>, not long), otherwise a stand-in.</summary>
    public static string Of(ReadOnlySpan<byte> name) => name.Length is > 0 and <= MaxLength && !name.ContainsAnyExcept(Allowed)
        ? Encoding.ASCII.GetString(name)
        : Quoting.Secret(name);
}
