using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Conformance.Events.Hashing;
using Conformance.Events.Identifiers;
using Conformance.Signatures.Cryptography;

namespace Conformance.Signatures.Keys;

/// <summary>
/// A secret signing key as servers keep it and as <c>m.core</c> carries it (MSC2783, <c>signing_key</c>, gives the first word only):
/// <c>ed25519</c>, a version, and the seed in Base64. Read as Synapse reads its key files: any white space parts the words, and
/// Base64 may have padding (so the Appendices, Unpadded Base64). Only the public key leaves this class, and what is wrong.
/// </summary>
internal static class SigningKeyLine
{
    private static readonly SearchValues<byte> WordEnds = SearchValues.Create(WhiteSpace);

    private static ReadOnlySpan<byte> WhiteSpace => " \t\r\n\v\f"u8;

    /// <summary>Tells the first thing that is wrong.</summary>
    /// <param name="text">One line, in UTF-8.</param>
    public static SigningKeyFault Check(ReadOnlySpan<byte> text)
    {
        Span<byte> seed = stackalloc byte[Ed25519Library.SeedLength];
        try
        {
            return Parse(text, seed, out _);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

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
            if (Parse(text, seed, out string keyId) != SigningKeyFault.None)
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
    public static bool LooksLike(ReadOnlySpan<byte> text) => text.TrimStart(WhiteSpace).StartsWith("ed25519"u8);

    private static SigningKeyFault Parse(ReadOnlySpan<byte> text, Span<byte> seed, out string keyId)
    {
        keyId = "";
        if (!NextWord(ref text).SequenceEqual("ed25519"u8))
        {
            return SigningKeyFault.Algorithm;
        }

        ReadOnlySpan<byte> version = NextWord(ref text);
        ReadOnlySpan<byte> encoded = NextWord(ref text);
        if (encoded.IsEmpty || !NextWord(ref text).IsEmpty)
        {
            return SigningKeyFault.Parts;
        }

        byte[] id = [.. "ed25519:"u8, .. version];
        if (KeyId.Check(id) != IdentifierFault.None)
        {
            return SigningKeyFault.Version;
        }

        if (!TryDecodeSeed(encoded, seed))
        {
            return SigningKeyFault.Seed;
        }

        keyId = Encoding.ASCII.GetString(id);
        return SigningKeyFault.None;
    }

    private static ReadOnlySpan<byte> NextWord(ref ReadOnlySpan<byte> text)
    {
        text = text.TrimStart(WhiteSpace);
        int end = text.IndexOfAny(WordEnds);
        ReadOnlySpan<byte> word = end < 0 ? text : text[..end];
        text = text[word.Length..];
        return word;
    }

    private static bool TryDecodeSeed(ReadOnlySpan<byte> text, Span<byte> seed) =>
        text.Length is >= UnpaddedBase64.HashLength and <= UnpaddedBase64.HashLength + 1
        && UnpaddedBase64.TryDecode(text, seed, out int length) && length == seed.Length;
}
