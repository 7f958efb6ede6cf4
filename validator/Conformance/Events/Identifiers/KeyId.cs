using System.Buffers;

namespace Conformance.Events.Identifiers;

/// <summary>Identifiers of signing keys: <c>algorithm:version</c> (Appendices, Signing Details; Server-Server API, key version).</summary>
public static class KeyId
{
    private static readonly SearchValues<byte> VersionCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_"u8);

    /// <summary>Checks a key ID of any algorithm.</summary>
    /// <param name="id">The text in UTF-8.</param>
    /// <returns>What is wrong; <see cref="IdentifierFault.NoServer"/> doesn't occur.</returns>
    public static IdentifierFault Check(ReadOnlySpan<byte> id)
    {
        int colon = id.IndexOf((byte)':');
        return id.IsEmpty || colon == id.Length - 1 ? IdentifierFault.Empty
            : colon < 1 || id[(colon + 1)..].ContainsAnyExcept(VersionCharacters) ? IdentifierFault.BadCharacter
            : IdentifierFault.None;
    }

    /// <summary>Whether a key ID names the one algorithm that the specification has, Ed25519.</summary>
    /// <param name="id">The text in UTF-8.</param>
    /// <returns>True when it does.</returns>
    public static bool IsEd25519(ReadOnlySpan<byte> id) => id.StartsWith("ed25519:"u8);
}
