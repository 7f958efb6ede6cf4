using System.Buffers;
using System.Buffers.Text;
using Conformance.Events.Identifiers;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>
/// The text of a signing key, read as the line that servers keep in their key files: <c>ed25519 VERSION SEED</c>. The text of
/// MSC2783 gives the first word only. Nothing of the key leaves this class but what is wrong with its form.
/// </summary>
internal static class SigningKeyText
{
    private const int SeedBytes = 32;

    /// <summary>Length of the seed in unpadded base64.</summary>
    private const int SeedLength = 43;

    /// <summary>Tells the first thing that is wrong.</summary>
    public static SigningKeyFault Read(ReadOnlySpan<byte> text)
    {
        int first = text.IndexOf((byte)' ');
        ReadOnlySpan<byte> algorithm = first < 0 ? text : text[..first];
        if (!algorithm.SequenceEqual("ed25519"u8))
        {
            return SigningKeyFault.Algorithm;
        }

        ReadOnlySpan<byte> rest = first < 0 ? default : text[(first + 1)..];
        int second = rest.IndexOf((byte)' ');
        if (second <= 0 || second == rest.Length - 1 || rest[(second + 1)..].Contains((byte)' '))
        {
            return SigningKeyFault.Parts;
        }

        return KeyId.Check([.. "ed25519:"u8, .. rest[..second]]) != IdentifierFault.None ? SigningKeyFault.Version
            : IsSeed(rest[(second + 1)..]) ? SigningKeyFault.None
            : SigningKeyFault.Seed;
    }

    private static bool IsSeed(ReadOnlySpan<byte> text)
    {
        if (text.Length != SeedLength)
        {
            return false;
        }

        Span<byte> padded = stackalloc byte[SeedLength + 1];
        Span<byte> seed = stackalloc byte[SeedBytes + 1];
        text.CopyTo(padded);
        padded[SeedLength] = (byte)'=';
        bool read = Base64.DecodeFromUtf8(padded, seed, out _, out int written) == OperationStatus.Done && written == SeedBytes;
        seed.Clear();
        padded.Clear();
        return read;
    }
}
