using System.Security.Cryptography;
using System.Text;
using Conformance.Events.Hashing;
using Conformance.Events.Identifiers;
using Conformance.Signatures.Cryptography;

namespace Conformance.Signatures.Keys;

/// <summary>
/// A secret signing key as servers keep it and as <c>m.core</c> carries it (MSC2783, <c>signing_key</c>): <c>ed25519</c>, a version, and
/// the seed in Base64, parted by spaces. Only the public key leaves this class.
/// </summary>
internal static class SigningKeyLine
{
    /// <summary>Derives the public key.</summary>
    /// <param name="text">One line, in UTF-8.</param>
    /// <param name="server">The server that signs with it.</param>
    /// <param name="library">Derives the key.</param>
    /// <param name="source">Where the text comes from.</param>
    /// <param name="pointer">JSON Pointer to the text; empty for a file that holds nothing else.</param>
    /// <param name="problem">What is wrong, when there is no key.</param>
    /// <returns>The public key, or null.</returns>
    public static ServerKey? TryRead(
        ReadOnlySpan<byte> text, string server, Ed25519Library? library, KeySource source, string pointer, out KeyProblem? problem)
    {
        problem = null;
        Span<byte> seed = stackalloc byte[Ed25519Library.SeedLength];
        try
        {
            if (!TryParse(text, seed, out string keyId))
            {
                problem = new KeyProblem(KeyProblemKind.BadSigningKey, source.File, pointer);
                return null;
            }

            if (library is null)
            {
                problem = new KeyProblem(KeyProblemKind.NoLibrary, source.File, pointer);
                return null;
            }

            using Ed25519SecretKey secret = library.KeyFromSeed(seed);
            return new ServerKey(server, keyId, secret.PublicKey, null, null, source);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    /// <summary>Whether bytes look like a signing key rather than JSON.</summary>
    public static bool LooksLike(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8).StartsWith("ed25519"u8);

    private static bool TryParse(ReadOnlySpan<byte> text, Span<byte> seed, out string keyId)
    {
        keyId = "";
        text = text.Trim(" \t\r\n"u8);
        int first = text.IndexOf((byte)' ');
        int last = text.LastIndexOf((byte)' ');
        if (first <= 0 || last <= first || !text[..first].SequenceEqual("ed25519"u8))
        {
            return false;
        }

        byte[] id = [.. text[..first], (byte)':', .. text[first..last].Trim((byte)' ')];
        if (KeyId.Check(id) != IdentifierFault.None || !TryDecodeSeed(text[(last + 1)..], seed))
        {
            return false;
        }

        keyId = Encoding.ASCII.GetString(id);
        return true;
    }

    private static bool TryDecodeSeed(ReadOnlySpan<byte> text, Span<byte> seed) =>
        text.Length is >= UnpaddedBase64.HashLength and <= UnpaddedBase64.HashLength + 1
        && UnpaddedBase64.TryDecode(text, seed, out int length) && length == seed.Length;
}
